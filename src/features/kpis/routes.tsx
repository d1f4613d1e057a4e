import { Route, Routes } from 'react-router-dom';
import { KpiPage } from './KpiPage';
import { KpisPage } from './KpisPage';

/** Pages under /kpis. */
export default function KpiRoutes() {
  return (
    <Routes>
      <Route index element={<KpisPage />} />
      <Route path=":name" element={<KpiPage />} />
    </Routes>
  );
}
