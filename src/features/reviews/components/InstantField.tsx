import { Input } from '@grafana/ui';
import { useId, useRef } from 'react';
import { useController } from 'react-hook-form';
import { FieldFrame } from '../../../components/form/FieldFrame';
import { useFieldError } from '../../../components/form/fieldError';
import { type FieldProps } from '../../../components/form/fields';
import { FIRST_DAY, LAST_DAY, unreadable } from '../../../components/form/unreadable';
import { localDay } from '../facilitate/capture';

/** A date and time in the browser's zone; the form holds the instant. */
export function InstantField({ name, label, description, required, disabled }: FieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { field } = useController({ name, rules: { validate: () => unreadable(input.current) ?? true } });
  const error = useFieldError(name);
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <Input
        id={id}
        ref={input}
        type="datetime-local"
        min={`${FIRST_DAY}T00:00`}
        max={`${LAST_DAY}T23:59`}
        readOnly={disabled}
        aria-invalid={error !== undefined}
        value={toLocal(field.value)}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => field.onChange(toInstant(currentTarget.value) ?? '')}
      />
    </FieldFrame>
  );
}

/** What a datetime-local input shows of an instant; '' of anything else. */
export function toLocal(instant: unknown): string {
  const at = new Date(typeof instant === 'string' ? instant : NaN);
  if (Number.isNaN(at.getTime())) {
    return '';
  }
  const pad = (n: number) => String(n).padStart(2, '0');
  return `${localDay(at)}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** The instant of a local date and time; nothing while it is incomplete. */
export function toInstant(local: string): string | undefined {
  const at = new Date(local);
  return local && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined;
}
