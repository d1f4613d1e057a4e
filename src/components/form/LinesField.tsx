import { Field, TextArea } from '@grafana/ui';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import { useFieldError } from './fieldError';
import { type FieldProps } from './fields';

/** A list of texts, one a line. */
export function LinesField({ name, label, description, required, disabled }: FieldProps) {
  const id = useId();
  const { field } = useController({ name });
  const error = useFieldError(name);
  const lines = (field.value as string[] | undefined) ?? [];
  return (
    <Field label={label} description={description} required={required} invalid={Boolean(error)} error={error} noMargin>
      <TextArea
        id={id}
        rows={3}
        readOnly={disabled}
        aria-invalid={error !== undefined}
        value={lines.join('\n')}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) =>
          field.onChange(currentTarget.value ? currentTarget.value.split('\n') : undefined)
        }
      />
    </Field>
  );
}
