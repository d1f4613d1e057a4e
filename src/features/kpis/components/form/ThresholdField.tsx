import { Input } from '@grafana/ui';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import { useFieldError } from '../../../../components/form/fieldError';
import { FieldFrame } from '../../../../components/form/FieldFrame';
import { t } from '../../../../i18n';

interface Props {
  /** Path of the field in the form. */
  name: string;
  label: string;
  required?: boolean;
  /** What the server says of it while nothing else is wrong. */
  problem?: string;
}

/** An amount, or percent of the target such as "80%". */
export function ThresholdField({ name, label, required, problem }: Props) {
  const id = useId();
  const { field } = useController({ name });
  const value = (field.value as string | number | undefined) ?? '';
  // What is still empty gets its turn when it is left or saved.
  const error = useFieldError(name) ?? (value === '' ? undefined : problem);
  return (
    <FieldFrame name={name} label={label} required={required} error={error}>
      <Input
        id={id}
        width={16}
        placeholder={t('kpis.target.threshold', '100 or 80%')}
        value={value}
        onBlur={field.onBlur}
        onChange={({ currentTarget }) => field.onChange(thresholdOf(currentTarget.value))}
      />
    </FieldFrame>
  );
}

/** What was typed: a number where it reads as one, else the text, for the check to judge. */
export function thresholdOf(text: string): number | string {
  const trimmed = text.trim();
  const number = Number(trimmed);
  // "1." and "1.0" are on the way to 1.05; as numbers they would lose what was typed.
  return trimmed !== '' && String(number) === trimmed ? number : text;
}
