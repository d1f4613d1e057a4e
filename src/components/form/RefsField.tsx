import { type ComboboxOption } from '@grafana/ui';
import { useCallback, useId } from 'react';
import { useController } from 'react-hook-form';
import { searchResources, type Titled, useTitles } from '../../api/resources';
import { type Ref } from '../../api/types';
import { type KindName } from '../../contract';
import { MultiChoice } from '../MultiChoice';
import { kindWord } from '../kindWord';
import { FieldFrame } from './FieldFrame';
import { useListError } from './fieldError';
import { type FieldProps } from './fields';

interface Props extends FieldProps {
  /** What can be chosen, in the order in which it is offered. The same list at every render. */
  kinds: KindName[];
}

const keyOf = ({ kind, name }: Ref) => `${kind}/${name}`;

const refOf = ({ value }: ComboboxOption): Ref => {
  const [kind, name] = value.split('/');
  return { kind, name };
};

const optionOf = ({ ref, title }: Titled): ComboboxOption => ({
  value: keyOf(ref),
  label: title,
  description: kindWord(ref.kind),
});

/** Chooses several resources of some kinds by their titles, which are looked for on the server while somebody types. */
export function RefsField({ kinds, name, label, description, required, disabled }: Props) {
  const id = useId();
  const { field } = useController({ name });
  const error = useListError(name);
  const chosen = useTitles((field.value as Ref[] | undefined) ?? []);
  const search = useCallback(async (text: string) => (await searchResources(kinds, text)).map(optionOf), [kinds]);
  const take = (options: ComboboxOption[]) => field.onChange(options.map(refOf));
  return (
    <FieldFrame {...{ name, label, description, required, error }}>
      <MultiChoice
        id={id}
        label={[label, description].join(' ').trim()}
        options={search}
        value={chosen.map(optionOf)}
        disabled={disabled}
        isClearable
        onChange={take}
      />
    </FieldFrame>
  );
}
