import { get, useFormContext } from 'react-hook-form';

/** What is wrong with a field, from the contract's check or the server's; undefined while nothing is. */
export function useFieldError(name: string): string | undefined {
  const { formState } = useFormContext();
  const error: unknown = get(formState.errors, name);
  // A list has its own problem under `root` once its items have some.
  const message = (error as { message?: unknown } | undefined)?.message ?? get(error, 'root.message');
  return typeof message === 'string' && message !== '' ? message : undefined;
}
