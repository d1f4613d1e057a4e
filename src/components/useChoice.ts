import { useEffect, useRef } from 'react';

/**
 * For a Combobox whose value follows a choice only later, as when the server is asked first: Grafana's tells the choice again
 * at every render until then. Gives an `onChange` that passes each choice on once.
 */
export function useChoice<T>(value: T, onChoose: (chosen: T) => void): (option: { value: T }) => void {
  const chosen = useRef<{ value: T }>(undefined);
  useEffect(() => {
    chosen.current = undefined;
  }, [value]);
  return (option) => {
    if (option.value !== value && option.value !== chosen.current?.value) {
      chosen.current = option;
      onChoose(option.value);
    }
  };
}
