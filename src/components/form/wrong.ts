import { type RefObject, useEffect, useRef, useState } from 'react';

const MARK = 'data-wrong';

/** Attributes by which the frame of a field, or of a group of them, says that something is wrong with it. */
export const wrongMark = (error: string | undefined) => (error === undefined ? {} : { [MARK]: '' });

interface FirstWrong {
  /** Goes to the form element. */
  fields: RefObject<HTMLFormElement>;
  /** Puts the focus into the first field of the form that is wrong, once it says so on screen. */
  focusWrong: () => void;
}

export function useFirstWrong(): FirstWrong {
  const fields = useRef<HTMLFormElement>(null);
  const [tries, setTries] = useState(0);
  useEffect(() => {
    if (tries > 0) {
      fields.current?.querySelector<HTMLElement>(`[${MARK}] :is(input, textarea), [aria-invalid="true"]`)?.focus();
    }
  }, [tries]);
  return { fields, focusWrong: () => setTries((before) => before + 1) };
}
