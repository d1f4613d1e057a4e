import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';

/** What the fields of a form are called on screen, by their paths. */
type FieldNames = Map<string, string>;

const Names = createContext<FieldNames | undefined>(undefined);
const Place = createContext('');

/** Lets the fields of a form be called by their labels elsewhere on the page. */
export function FieldNamesProvider({ children }: { children: ReactNode }) {
  const [names] = useState<FieldNames>(() => new Map());
  return <Names.Provider value={names}>{children}</Names.Provider>;
}

/** Puts what a group of fields is called before the names of its fields, as “Promise 2” before “Scorecard”. */
export function FieldPlace({ name, children }: { name: string; children: ReactNode }) {
  return <Place.Provider value={placed(useContext(Place), name)}>{children}</Place.Provider>;
}

const placed = (place: string, name: string) => [place, name].filter(Boolean).join(' › ');

/** Says what the field at a path is called. */
export function useNamedField(path: string, label: string): void {
  const names = useContext(Names);
  const name = placed(useContext(Place), label);
  useEffect(() => {
    names?.set(path, name);
  }, [names, path, name]);
}

/** What the field at a path is called, or else the one that holds it; undefined of what has no field. */
export function useFieldName(): (path: string) => string | undefined {
  const names = useContext(Names);
  return (path) => {
    const segments = path.split('.');
    for (let length = segments.length; length > 0; length--) {
      const name = names?.get(segments.slice(0, length).join('.'));
      if (name !== undefined) {
        return name;
      }
    }
    return undefined;
  };
}
