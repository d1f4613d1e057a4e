import { Input } from '@grafana/ui';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { FieldFrame } from './FieldFrame';
import { useFieldError } from './fieldError';
import { type FieldProps } from './fields';

/** A calendar day, as YYYY-MM-DD. */
export function DateField({ name, label, description, required, disabled }: FieldProps) {
  const id = useId();
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <Input id={id} type="date" readOnly={disabled} aria-invalid={error !== undefined} {...register(name)} />
    </FieldFrame>
  );
}
