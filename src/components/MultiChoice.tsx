import { MultiCombobox } from '@grafana/ui';
import { type ComponentProps } from 'react';
import { Labelled } from './Labelled';

type Props<T extends string> = ComponentProps<typeof MultiCombobox<T>> & {
  /** What is read out: the field's label and, if it has one, its description. */
  label: string;
};

/** Chooses several of some options. It names itself: before Grafana 12.4 the input takes no id, so the label of a field around it isn't its name. */
export function MultiChoice<T extends string>({ label, ...props }: Props<T>) {
  return <Labelled label={label}>{(labelId) => <MultiCombobox<T> {...props} aria-labelledby={labelId} />}</Labelled>;
}
