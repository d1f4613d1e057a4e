import { useEffect, useRef } from 'react';

/** What keys do, by the name of the key; `mod+` stands for Ctrl or Cmd. */
export type Shortcuts = Record<string, () => void>;

/** Where keys have a meaning of their own. */
const TAKEN =
  'input:not([type=range]):not([type=radio]), textarea, select, [contenteditable], [role=combobox], [role=dialog]';

/** Single keys for the whole page; while somebody writes in a field or a dialog is open, keys are theirs. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  useEffect(() => {
    current.current = shortcuts;
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : undefined;
      if (event.altKey || target?.closest(TAKEN)) {
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
