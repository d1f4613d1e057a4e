import { Input } from '@grafana/ui';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { FieldFrame } from '../../../components/form/FieldFrame';
import { useFieldError } from '../../../components/form/fieldError';
import { type FieldProps } from '../../../components/form/fields';

/** A local date and time of day, as 2026-01-20T09:00. */
export function LocalTimeField({ name, label, description, required }: FieldProps) {
  const id = useId();
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <Input id={id} type="datetime-local" width={30} aria-invalid={error !== undefined} {...register(name)} />
    </FieldFrame>
  );
}
