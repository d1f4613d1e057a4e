import { TextArea } from '@grafana/ui';
import { useId } from 'react';
import { get, useController, useFormContext } from 'react-hook-form';
import { t } from '../../i18n';
import { FieldFrame } from './FieldFrame';
import { useFieldError } from './fieldError';
import { type FieldProps } from './fields';

/** A list of texts, one a line. */
export function LinesField({ name, label, description, required, disabled }: FieldProps) {
  const id = useId();
  const { field } = useController({ name });
  const lines = (field.value as string[] | undefined) ?? [];
  const error = useLinesError(name, lines);
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <TextArea
        id={id}
        rows={3}
        readOnly={disabled}
        aria-invalid={error !== undefined}
        value={lines.join('\n')}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => field.onChange(linesOf(currentTarget.value))}
      />
    </FieldFrame>
  );
}

/**
 * What was typed, line by line. A line of nothing but blanks is an empty one, and empty lines are no part of the list. Of nothing it is a
 * list of nothing: without a value the form would show again what it began with.
 */
function linesOf(text: string): string[] {
  return text ? text.split('\n').map((line) => (line.trim() ? line : '')) : [];
}

/** What is wrong with the list, or else with its first line that is. */
function useLinesError(name: string, lines: string[]): string | undefined {
  const { formState } = useFormContext();
  const own = useFieldError(name);
  const wrong = lines
    .flatMap((line, index) => (line ? [index] : []))
    .map((index, item) => ({
      line: index + 1,
      message: get(formState.errors, `${name}.${item}.message`) as string | undefined,
    }))
    .find(({ message }) => message);
  return own ?? (wrong && t('components.form.line', 'Line {{line}}: {{message}}', wrong));
}
