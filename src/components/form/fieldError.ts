import { get, useFormContext } from 'react-hook-form';

/** What is wrong with a list, or else with one of its items. */
export function useListError(name: string): string | undefined {
  const { formState } = useFormContext();
  const own = useFieldError(name);
  return own ?? firstMessage(get(formState.errors, name));
}

function firstMessage(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || error instanceof Element) {
    return undefined;
  }
  const { message } = error as { message?: unknown };
  if (typeof message === 'string' && message !== '') {
    return message;
  }
  for (const part of Object.values(error)) {
    const found = firstMessage(part);
    if (found) {
      return found;
    }
  }
  return undefined;
}

/** What is wrong with a field, from the contract's check or the server's; undefined while nothing is. */
export function useFieldError(name: string): string | undefined {
  const { formState } = useFormContext();
  const error: unknown = get(formState.errors, name);
  // A list has its own problem under `root` once its items have some.
  const message = (error as { message?: unknown } | undefined)?.message ?? get(error, 'root.message');
  return typeof message === 'string' && message !== '' ? message : undefined;
}
