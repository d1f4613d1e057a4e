import { LoadingPlaceholder } from '@grafana/ui';
import { type ComponentType, lazy, Suspense } from 'react';

/**
 * Loads a component and, at the same time, the translations it speaks in: nothing may be said before it is shown. Keeps
 * entries, which Grafana loads early, small.
 */
export function lazyWithTranslations<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>
): ComponentType<P> {
  const Lazy = lazy(async () => {
    const translated = import('./i18n').then(({ initTranslations }) => initTranslations());
    const [component] = await Promise.all([load(), translated]);
    return component;
  }) as unknown as ComponentType<P>;
  return function Loaded(props: P) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="" />}>
        <Lazy {...props} />
      </Suspense>
    );
  };
}
