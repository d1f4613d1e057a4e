import { Field } from '@grafana/ui';
import { type ReactElement } from 'react';
import { useNamedField } from './fieldNames';
import { wrongMark } from './wrong';

interface Props {
  /** Path of the field in the form. */
  name: string;
  label: string;
  description?: string;
  required?: boolean;
  /** What is wrong with it; undefined while nothing is. */
  error: string | undefined;
  children: ReactElement<Record<string, unknown>>;
}

/** Frame of every field of a form: its label, what it is for, and what is wrong with it. */
export function FieldFrame({ name, label, description, required, error, children }: Props) {
  useNamedField(name, label);
  return (
    <Field noMargin {...{ label, description, required, error }} invalid={error !== undefined} {...wrongMark(error)}>
      {children}
    </Field>
  );
}
