import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { KpiEditPage } from './KpiEditPage';
import { KpiPage } from './KpiPage';
import { KpisPage } from './KpisPage';
import { SubmitPage } from './SubmitPage';

/** Pages under /kpis. */
export default function KpiRoutes() {
  return (
    <Routes>
      <Route index element={<KpisPage />} />
      <Route path="new" element={<KpiEditPage />} />
      <Route path=":name" element={<KpiPage />} />
      <Route path=":name/submit" element={<SubmitPage />} />
      <Route path=":name/edit" element={<KpiEditPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
