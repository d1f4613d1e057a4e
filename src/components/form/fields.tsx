import { Combobox, Field, Input, TextArea } from '@grafana/ui';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { useResources } from '../../api/resources';
import { type KindName } from '../../contract';
import { useFieldError } from './fieldError';

interface FieldProps {
  /** Path of the field in the form, such as `spec.title`. */
  name: string;
  label: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Frame of a field: label, description, and what is wrong with it. */
function Framed({
  name,
  label,
  description,
  required,
  children,
}: FieldProps & { children: React.ReactElement<Record<string, unknown>> }) {
  const error = useFieldError(name);
  return (
    <Field label={label} description={description} required={required} invalid={Boolean(error)} error={error} noMargin>
      {children}
    </Field>
  );
}

interface TextProps extends FieldProps {
  /** More than one line. */
  multiline?: boolean;
  placeholder?: string;
}

export function TextField({ multiline, placeholder, ...props }: TextProps) {
  const id = useId();
  const { register } = useFormContext();
  const { name, disabled } = props;
  const common = { id, readOnly: disabled, 'aria-invalid': useFieldError(name) !== undefined };
  return (
    <Framed {...props}>
      {multiline ? (
        <TextArea {...common} rows={3} placeholder={placeholder} {...register(name)} />
      ) : (
        <Input {...common} placeholder={placeholder} {...register(name)} />
      )}
    </Framed>
  );
}

/** A number; an empty field is no number rather than 0. */
export function NumberField({ step = 'any', ...props }: FieldProps & { step?: number | 'any' }) {
  const id = useId();
  const { register } = useFormContext();
  const { name, disabled } = props;
  const common = { id, readOnly: disabled, 'aria-invalid': useFieldError(name) !== undefined };
  return (
    <Framed {...props}>
      <Input {...common} type="number" step={step} {...register(name, { valueAsNumber: true })} />
    </Framed>
  );
}

interface Option {
  value: string;
  label?: string;
  description?: string;
}

interface ChoiceProps extends FieldProps {
  options: Option[];
  /** Takes what isn't among the options as well. */
  custom?: boolean;
}

export function ChoiceField({ options, custom, ...props }: ChoiceProps) {
  const id = useId();
  const { name, required, disabled } = props;
  const { field } = useController({ name });
  const common = { id, options, disabled, createCustomValue: custom, onBlur: field.onBlur, value: field.value ?? null };
  return (
    <Framed {...props}>
      {required ? (
        <Combobox {...common} onChange={({ value }) => field.onChange(value)} />
      ) : (
        <Combobox {...common} isClearable onChange={(chosen) => field.onChange(chosen?.value)} />
      )}
    </Framed>
  );
}

/** Chooses a resource of a kind by its title. */
export function ResourceField({ kind, ...props }: FieldProps & { kind: KindName }) {
  const { data = [] } = useResources(kind);
  const options = data.map(({ metadata: { name }, spec }) => ({
    value: name,
    label: 'title' in spec && typeof spec.title === 'string' ? spec.title : name,
    description: name,
  }));
  return <ChoiceField {...props} options={options} />;
}
