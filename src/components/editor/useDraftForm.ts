import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useMemo, useRef, useState } from 'react';
import {
  type FieldErrors,
  type FieldValues,
  get,
  type Resolver,
  type ResolverOptions,
  set,
  useForm,
  type UseFormReturn,
} from 'react-hook-form';
import { z } from 'zod';
import { kindOf } from '../../api/resources';
import { type KindName, labels, slug } from '../../contract';
import { t } from '../../i18n';
import { contractError } from './contractError';
import { type Draft, prune, toYaml } from './document';
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
    metadata: z.object({ name: slug, labels: labels.optional() }),
    spec: kindOf(kind).spec as z.ZodType<FieldValues, FieldValues>,
  });
  const check = zodResolver(schema, { error: contractError }) as unknown as Resolver<Draft>;
  return async (values, context, options) => {
    const written = { metadata: {}, spec: {}, ...(prune(values) as Draft | undefined) } as Draft;
    return withUnreadable(await check(written, context, options), options);
  };
}

type Judged = Awaited<ReturnType<Resolver<Draft>>>;

/** Adds the fields in which something stands that the browser can't read, such as 30 February: they would count as empty. */
function withUnreadable(judged: Judged, { names = [], fields }: ResolverOptions<Draft>): Judged {
  const inputs = names.map((name) => ({ name, ref: get(fields, `${name}.ref`) as HTMLInputElement | undefined }));
  const unreadable = inputs.filter(({ ref }) => ref?.validity?.badInput);
  if (unreadable.length === 0) {
    return judged;
  }
  const errors: FieldErrors<Draft> = { ...judged.errors };
  for (const { name, ref } of unreadable) {
    set(errors, name, { type: 'unreadable', message: unreadableText(ref?.type), ref });
  }
  return { values: {}, errors };
}

function unreadableText(type: string | undefined): string {
  return type === 'number'
    ? t('components.form.a-number', 'Write a number.')
    : t('components.form.no-such-day', 'There is no such day: complete or correct it, or empty the field.');
}
