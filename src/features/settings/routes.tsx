import { Route, Routes } from 'react-router-dom';
import { SettingsPage } from './SettingsPage';

/** Pages under /settings. */
export default function SettingsRoutes() {
  return (
    <Routes>
      <Route index element={<SettingsPage />} />
    </Routes>
  );
}
