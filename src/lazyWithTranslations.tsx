import { LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, lazy, Suspense } from 'react';

/** Loads a component together with the translations it speaks in; keeps entries, which Grafana loads early, small. */
export function lazyWithTranslations<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>
): ComponentType<P> {
  const Lazy = lazy(async () => {
    const { initTranslations } = await import('./i18n');
    await initTranslations();
    return load();
  }) as unknown as ComponentType<P>;
  return function Loaded(props: P) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="" />}>
        <Lazy {...props} />
      </Suspense>
    );
  };
}
