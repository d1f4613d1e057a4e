import { zodResolver } from '@hookform/resolvers/zod';
import { type FieldErrors, type FieldValues, get, type Resolver, type ResolverOptions, set } from 'react-hook-form';
import { type z } from 'zod';
import { contractError } from '../editor/contractError';
import { prune } from '../editor/document';
import { unreadable } from './unreadable';

/** Judges what was filled in by a schema of the contract, in the reader's words, and the fields that the browser can't read. */
export function contractResolver<Values extends FieldValues>(schema: z.ZodType): Resolver<Values> {
  const check = zodResolver(schema as z.ZodType<FieldValues, FieldValues>, {
    error: contractError,
  }) as unknown as Resolver<Values>;
  return async (values, context, options) =>
    withUnreadable(await check((prune(values) ?? {}) as Values, context, options), options);
}

type Judged<Values extends FieldValues> = Awaited<ReturnType<Resolver<Values>>>;

/** Adds the fields in which something stands that the browser can't read, such as 30 February: they would count as empty. */
function withUnreadable<Values extends FieldValues>(
  judged: Judged<Values>,
  { names = [], fields }: ResolverOptions<Values>
): Judged<Values> {
  const found = names.flatMap((name) => {
    const { ref, validate } = (get(fields, name) ?? {}) as { ref?: HTMLInputElement; validate?: () => unknown };
    const message = typeof validate === 'function' ? validate() : unreadable(ref);
    return typeof message === 'string' ? [{ name, ref, message }] : [];
  });
  if (found.length === 0) {
    return judged;
  }
  const errors = { ...judged.errors } as FieldErrors<Values>;
  for (const { name, ref, message } of found) {
    set(errors, name, { type: 'unreadable', message, ref });
  }
  return { values: {}, errors };
}
