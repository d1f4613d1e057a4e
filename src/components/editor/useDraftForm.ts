import { useEffect, useMemo, useRef, useState } from 'react';
import { type FieldValues, type Resolver, useForm, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { kindOf } from '../../api/resources';
import { type KindName, labels, slug } from '../../contract';
import { contractResolver } from '../form/contractResolver';
import { type Draft, toYaml } from './document';
import { draftKey, dropDraft, readDraft, storeDraft } from './drafts';

/** Pause after the last change before it is put aside. */
const STORE_AFTER_MS = 300;

interface DraftForm {
  form: UseFormReturn<Draft>;
  /** What the form begins with: the resource, or unsaved changes of an earlier visit. */
  begun: Draft;
  /** Whether changes of an earlier visit were brought back. */
  restored: boolean;
  /** Forgets all changes and starts over from `draft`. */
  startOver: (draft: Draft) => void;
}

/**
 * A form over a resource, checked by the contract as fields are left; unsaved changes survive a reload. `scope` tells new
 * resources apart that are written in different places.
 */
export function useDraftForm(kind: KindName, initial: Draft, version: number | undefined, scope?: string): DraftForm {
  const key = draftKey(kind, version === undefined ? scope : initial.metadata.name);
  const [waiting] = useState(() => readDraft(key, version));
  const unchanged = useRef(toYaml(kind, initial));
  const [restored, setRestored] = useState(waiting !== undefined);
  const resolver = useMemo(() => draftResolver(kind), [kind]);
  const form = useForm<Draft>({ defaultValues: initial, resolver, mode: 'onTouched', shouldFocusError: false });

  useEffect(() => {
    if (waiting) {
      form.reset(waiting);
    }
  }, [form, waiting]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const store = () => {
      timer = undefined;
      const draft = form.getValues();
      if (toYaml(kind, draft) !== unchanged.current) {
        storeDraft(key, { version, draft });
      }
    };
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(store, STORE_AFTER_MS);
      },
    });
    return () => {
      unsubscribe();
      if (timer !== undefined) {
        clearTimeout(timer);
        store();
      }
    };
  }, [form, key, kind, version]);

  const startOver = (draft: Draft) => {
    unchanged.current = toYaml(kind, draft);
    dropDraft(key);
    setRestored(false);
    form.reset(draft);
  };
  return { form, begun: waiting ?? initial, restored, startOver };
}

/** Judges a draft by the contract's schema of its kind, as the server's first check does. */
export function draftResolver(kind: KindName): Resolver<Draft> {
  const schema = z.object({
    metadata: z.object({ name: slug, labels: labels.optional() }).prefault({} as { name: string }),
    spec: (kindOf(kind).spec as z.ZodType<FieldValues, FieldValues>).prefault({}),
  });
  return contractResolver(schema);
}
