import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { CalibrationPage } from './CalibrationPage';
import { EntryEditPage } from './EntryEditPage';
import { RegisterPage } from './RegisterPage';

/** Pages under /register. */
export default function RegisterRoutes() {
  return (
    <Routes>
      <Route index element={<RegisterPage />} />
      <Route path="actions/new" element={<EntryEditPage key="new-action" kind="Action" />} />
      <Route path="actions/:name/edit" element={<EntryEditPage key="action" kind="Action" />} />
      <Route path="decisions/new" element={<EntryEditPage key="new-decision" kind="Decision" />} />
      <Route path="decisions/:name/edit" element={<EntryEditPage key="decision" kind="Decision" />} />
      <Route path="calibration/:charter" element={<CalibrationPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
