import { type ReactNode } from 'react';
import { MemoryRouter } from 'react-router-dom';

/** The router that Grafana has around panels; pass as `wrapper` to `render`. */
export function TestRouter({ children }: { children: ReactNode }) {
  return <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>{children}</MemoryRouter>;
}
