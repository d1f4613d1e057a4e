import { Combobox, Input, TextArea } from '@grafana/ui';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { FieldFrame } from './FieldFrame';
import { useFieldError } from './fieldError';

export interface FieldProps {
  /** Path of the field in the form, such as `spec.title`. */
  name: string;
  label: string;
  description?: string;
  required?: boolean;
  disabled?: boolean;
}

/** Frame of a field that holds one value. */
function Framed(props: FieldProps & { children: React.ReactElement<Record<string, unknown>> }) {
  return <FieldFrame {...props} error={useFieldError(props.name)} />;
}

interface TextProps extends FieldProps {
  /** More than one line. */
  multiline?: boolean;
  placeholder?: string;
}

const trimmed = (typed: unknown) => (typeof typed === 'string' ? typed.trim() : typed);

/** A text; blanks around one of a single line are no part of it. */
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
        <Input {...common} placeholder={placeholder} {...register(name, { setValueAs: trimmed })} />
      )}
    </Framed>
  );
}

const numberOf = (typed: unknown) => (typed === '' || typed === undefined ? undefined : Number(typed));

/** A number; an empty field is no number rather than 0. */
export function NumberField({ step = 'any', ...props }: FieldProps & { step?: number | 'any' }) {
  const id = useId();
  const { register } = useFormContext();
  const { name, disabled } = props;
  const common = { id, readOnly: disabled, 'aria-invalid': useFieldError(name) !== undefined };
  return (
    <Framed {...props}>
      <Input {...common} type="number" step={step} {...register(name, { setValueAs: numberOf })} />
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
  placeholder?: string;
  /** Takes what isn't among the options as well. */
  custom?: boolean;
  /** What taking such a text does, in words. */
  customDescription?: string;
  /** Gets what was chosen instead of the form. */
  onChoose?: (value: string | undefined) => void;
}

/**
 * Puts a choice into the form, and judges it; no choice is an empty text, since without a value the form would show again what it began
 * with. Grafana's Combobox tells a choice again at every render after it, with the props of then: the form knows better, and judging it
 * each time would draw it again each time.
 */
export function useChosen(name: string) {
  const { getValues, setValue } = useFormContext();
  return (value = '') => {
    if ((getValues(name) ?? '') !== value) {
      setValue(name, value, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
    }
  };
}

export function ChoiceField({ options, placeholder, custom, customDescription, onChoose, ...props }: ChoiceProps) {
  const id = useId();
  const { name, required, disabled } = props;
  const { field } = useController({ name });
  const take = useChosen(name);
  const choose = onChoose ?? take;
  const common = {
    id,
    options,
    placeholder,
    disabled,
    createCustomValue: custom,
    customValueDescription: customDescription,
    onBlur: field.onBlur,
    value: field.value || null,
  };
  return (
    <Framed {...props}>
      {required ? (
        <Combobox {...common} onChange={({ value }) => choose(value)} />
      ) : (
        <Combobox {...common} isClearable onChange={(chosen) => choose(chosen?.value)} />
      )}
    </Framed>
  );
}
