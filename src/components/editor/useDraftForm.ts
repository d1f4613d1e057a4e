import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo, useState } from 'react';
import { type FieldValues, type Resolver, useForm, type UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import { kindOf } from '../../api/resources';
import { type KindName, labels, slug } from '../../contract';
import { contractError } from './contractError';
import { type Draft, prune, toYaml } from './document';
import { draftKey, dropDraft, readDraft, storeDraft } from './drafts';

/** Pause after the last change before it is put aside. */
const STORE_AFTER_MS = 300;

interface DraftForm {
  form: UseFormReturn<Draft>;
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
  const [unchanged] = useState(() => toYaml(kind, initial));
  const [restored, setRestored] = useState(waiting !== undefined);
  const resolver = useMemo(() => draftResolver(kind), [kind]);
  const form = useForm<Draft>({ defaultValues: initial, resolver, mode: 'onTouched' });

  useEffect(() => {
    if (waiting) {
      form.reset(waiting);
    }
  }, [form, waiting]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const store = () => {
      const draft = form.getValues();
      if (toYaml(kind, draft) !== unchanged) {
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
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form, key, kind, version, unchanged]);

  const startOver = (draft: Draft) => {
    dropDraft(key);
    setRestored(false);
    form.reset(draft);
  };
  return { form, restored, startOver };
}

/** Judges a draft by the contract's schema of its kind, as the server's first check does. */
export function draftResolver(kind: KindName): Resolver<Draft> {
  const schema = z.object({
    metadata: z.object({ name: slug, labels: labels.optional() }),
    spec: kindOf(kind).spec as z.ZodType<FieldValues, FieldValues>,
  });
  const check = zodResolver(schema, { error: contractError }) as unknown as Resolver<Draft>;
  return (values, context, options) =>
    check({ metadata: {}, spec: {}, ...(prune(values) as Draft | undefined) } as Draft, context, options);
}
