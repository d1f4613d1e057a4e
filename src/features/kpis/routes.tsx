import { Route, Routes } from 'react-router-dom';
import { KpisPage } from './KpisPage';

/** Pages under /kpis. */
export default function KpiRoutes() {
  return (
    <Routes>
      <Route index element={<KpisPage />} />
    </Routes>
  );
}
