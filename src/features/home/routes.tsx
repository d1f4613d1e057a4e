import { Route, Routes } from 'react-router-dom';
import { HomePage } from './HomePage';

/** Pages under /home. */
export default function HomeRoutes() {
  return (
    <Routes>
      <Route index element={<HomePage />} />
    </Routes>
  );
}
