import { useCallback, useRef } from 'react';

/** A pause this long starts a new word. */
const PAUSE_MS = 700;

/** Collects what is typed in one go: each call adds a character and gives the word so far. */
export function useTyped(): (character: string) => string {
  const word = useRef({ text: '', at: 0 });
  return useCallback((character: string) => {
    const at = Date.now();
    const text = at - word.current.at > PAUSE_MS ? character : word.current.text + character;
    word.current = { text, at };
    return text;
  }, []);
}
