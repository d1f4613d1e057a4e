const MARK = 'data-wrong';

/** Attributes by which the frame of a field, or of a group of them, says that something is wrong with it. */
export const wrongMark = (error: string | undefined) => (error === undefined ? {} : { [MARK]: '' });

/** Puts the focus into the first field of a form that is wrong. */
export function focusFirstWrong(form: HTMLElement | null): void {
  form?.querySelector<HTMLElement>(`[${MARK}] :is(input, textarea), [aria-invalid="true"]`)?.focus();
}
