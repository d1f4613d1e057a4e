import { useId, useMemo } from 'react';
import { useController } from 'react-hook-form';
import { useResources } from '../../api/resources';
import { type KindName } from '../../contract';
import { MultiChoice } from '../MultiChoice';
import { FieldFrame } from './FieldFrame';
import { useListError } from './fieldError';

interface Props {
  kind: KindName;
  /** Path of the field in the form; its value is a list of names. */
  name: string;
  label: string;
  description?: string;
  required?: boolean;
}

/** Chooses several resources of a kind by their titles. */
export function ResourcesField({ kind, name, label, description, required }: Props) {
  const id = useId();
  const { data } = useResources(kind);
  const { field } = useController({ name });
  const error = useListError(name);
  // The same list until it changes: the picker starts its search over with every new one.
  const options = useMemo(
    () =>
      (data ?? []).map(({ metadata, spec }) => ({
        value: metadata.name,
        label: 'title' in spec && typeof spec.title === 'string' ? spec.title : metadata.name,
      })),
    [data]
  );
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <MultiChoice
        id={id}
        label={[label, description].join(' ').trim()}
        options={options}
        value={(field.value as string[] | undefined) ?? []}
        onChange={(chosen) => field.onChange(chosen.map(({ value }) => value))}
      />
    </FieldFrame>
  );
}
