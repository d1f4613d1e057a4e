import { type ReactElement, useId } from 'react';
import { hidden } from './VisuallyHidden';

interface Props {
  label: string;
  /** Gets the id for `aria-labelledby`. */
  children: (labelId: string) => ReactElement;
}

/** Names a control that stands without a visible label, for those that take `aria-labelledby` only, as Grafana's Combobox. */
export function Labelled({ label, children }: Props) {
  const id = useId();
  return (
    <>
      <span id={id} className={hidden}>
        {label}
      </span>
      {children(id)}
    </>
  );
}
