import { type RefObject, useEffect, useRef, useState } from 'react';
import { type FieldPath, type UseFormReturn } from 'react-hook-form';
import { ApiError, type ProblemItem } from '../../api/errors';
import { useWrite } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { focusFirstWrong } from '../form/wrong';
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

interface SaveForm {
  /** Checks the form and writes it; does nothing while that is on its way, and once it is done. */
  save: (version: number | undefined, reason?: string) => Promise<void>;
  saving: boolean;
  error: ApiError | null;
  /** What the server found that belongs to no field of the form, such as in another resource. */
  elsewhere: ProblemItem[];
  /** Forgets the last refusal. */
  reset: () => void;
  /** Goes to the form element, whose first wrong field gets the focus. */
  fields: RefObject<HTMLFormElement>;
}

/** Saves the resource in a form. What is wrong is put at its field, and the first such field gets the focus. */
export function useSaveForm({ kind, form, write, onSaved }: Props): SaveForm {
  const [elsewhere, setElsewhere] = useState<ProblemItem[]>([]);
  const [tries, setTries] = useState(0);
  const fields = useRef<HTMLFormElement>(null);
  const busy = useRef(false);
  const writing = useWrite((send: () => Promise<Resource>) => send());

  useEffect(() => {
    if (tries > 0) {
      focusFirstWrong(fields.current);
    }
  }, [tries]);

  const reset = () => {
    writing.reset();
    setElsewhere([]);
  };
  const store = async (version: number | undefined, reason: string | undefined) => {
    try {
      const resource = toResource(kind, form.getValues());
      onSaved(await writing.mutateAsync(() => write(resource, version, reason)));
    } catch (error) {
      busy.current = false;
      showProblems(error instanceof ApiError ? error.errors : []);
    }
  };
  const showProblems = (problems: ProblemItem[]) => {
    const atField = ({ path, resource }: ProblemItem) => path !== '' && (!resource || resource.kind === kind);
    for (const { path, message } of problems.filter(atField)) {
      form.setError(fieldOf(path) as FieldPath<Draft>, { type: 'server', message });
    }
    setElsewhere(problems.filter((problem) => !atField(problem)));
  };

  const save: SaveForm['save'] = async (version, reason) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    reset();
    await form.handleSubmit(
      () => store(version, reason),
      () => (busy.current = false)
    )();
    setTries((before) => before + 1);
  };
  return { save, saving: writing.isPending, error: writing.error, elsewhere, reset, fields };
}
