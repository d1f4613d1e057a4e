import { type NavModelItem } from '@grafana/data';
import { config } from '@grafana/runtime';
import { Navigate } from 'react-router-dom';

/** There is only the app to go to. */
export function HomePage() {
  const [app] = config.bootData.navTree as unknown as NavModelItem[];
  return <Navigate to={app?.url ?? '/plugins'} replace />;
}
