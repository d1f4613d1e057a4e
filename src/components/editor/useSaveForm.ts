import { type UseFormReturn } from 'react-hook-form';
import { type ProblemItem } from '../../api/errors';
import { useWrite } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { type SubmitForm, useSubmitForm } from '../form/useSubmitForm';
import { type Draft, fieldOf, toResource } from './document';

/** Writes a resource over the version that the change is based on; undefined creates it. */
export type WriteResource = (
  resource: Resource,
  version: number | undefined,
  reason: string | undefined
) => Promise<Resource>;

interface Props {
  kind: KindName;
  form: UseFormReturn<Draft>;
  write: WriteResource;
  onSaved: (saved: Resource) => void;
}

interface SaveForm extends Omit<SubmitForm<Resource>, 'submit' | 'sending' | 'refusal' | 'check'> {
  /** Checks the form and writes it; does nothing while that is on its way, and once it is done. */
  save: (version: number | undefined, reason?: string) => Promise<void>;
  saving: boolean;
}

/** Saves the resource in a form. What is wrong is put at its field, and the first such field gets the focus. */
export function useSaveForm({ kind, form, write, onSaved }: Props): SaveForm {
  const writing = useWrite((send: () => Promise<Resource>) => send());
  const { submit, sending, error, elsewhere, reset, fields } = useSubmitForm<Draft, Resource>({
    form,
    fieldOf: ({ path, resource }: ProblemItem) =>
      path !== '' && (!resource || resource.kind === kind) ? fieldOf(path) : undefined,
    onDone: onSaved,
  });
  const save: SaveForm['save'] = (version, reason) =>
    submit(() => writing.mutateAsync(() => write(toResource(kind, form.getValues()), version, reason)));
  return { save, saving: sending, error, elsewhere, reset, fields };
}
