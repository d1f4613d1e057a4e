import { Field, Input } from '@grafana/ui';
import { useId } from 'react';
import { useFormContext } from 'react-hook-form';
import { useFieldError } from './fieldError';
import { type FieldProps } from './fields';

/** A calendar day, as YYYY-MM-DD. */
export function DateField({ name, label, description, required, disabled }: FieldProps) {
  const id = useId();
  const { register } = useFormContext();
  const error = useFieldError(name);
  return (
    <Field label={label} description={description} required={required} invalid={Boolean(error)} error={error} noMargin>
      <Input id={id} type="date" readOnly={disabled} aria-invalid={error !== undefined} {...register(name)} />
    </Field>
  );
}
