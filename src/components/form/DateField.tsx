import { Input } from '@grafana/ui';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { FieldFrame } from './FieldFrame';
import { useFieldError } from './fieldError';
import { type FieldProps } from './fields';
import { FIRST_DAY, LAST_DAY } from './unreadable';

interface Props extends FieldProps {
  /** The earliest day that can be meant, as YYYY-MM-DD. */
  earliest?: string;
}

/** A calendar day, as YYYY-MM-DD. */
export function DateField({ name, label, description, required, disabled, earliest }: Props) {
  const id = useId();
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <Input
        id={id}
        type="date"
        min={earliest || FIRST_DAY}
        max={LAST_DAY}
        readOnly={disabled}
        aria-invalid={error !== undefined}
        {...register(name)}
      />
    </FieldFrame>
  );
}
