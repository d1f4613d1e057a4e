import { useEffect, useRef } from 'react';

/** What keys do, by the name of the key; `mod+` stands for Ctrl or Cmd. */
export type Shortcuts = Record<string, () => void>;

const FIELDS = 'input:not([type=range]):not([type=radio]), textarea, select, [contenteditable], [role=combobox]';

/** Single keys for the whole page; while somebody writes in a field, keys write. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.altKey || target?.closest(FIELDS)) {
        return;
      }
      const name = event.ctrlKey || event.metaKey ? `mod+${event.key}` : event.key;
      const action = current.current[name];
      if (action) {
        event.preventDefault();
        event.stopPropagation();
        action();
      }
    };
    // Before Grafana's own keys, of which Escape is one.
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, []);
}
