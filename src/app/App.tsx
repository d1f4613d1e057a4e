import { type AppRootProps } from '@grafana/data';
import { QueryClientProvider } from '@tanstack/react-query';
import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import { queryClient } from '../api/queryClient';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { PageSkeleton } from '../components/PageSkeleton';
import { features } from './features';
import { NotFoundPage } from '../components/NotFoundPage';

/** Root of the app's pages, mounted by Grafana under /a/bsc-scorecard-app. */
export default function App(_props: AppRootProps) {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <Routes>
            <Route index element={<Navigate to={features[0].path} replace />} />
            {features.map(({ path, Routes: FeatureRoutes }) => (
              <Route key={path} path={`${path}/*`} element={<FeatureRoutes />} />
            ))}
            <Route path="*" element={<NotFoundPage />} />
          </Routes>
        </Suspense>
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
