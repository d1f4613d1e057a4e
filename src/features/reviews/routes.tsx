import { Route, Routes } from 'react-router-dom';
import { YearPage } from './YearPage';

/** Pages under /reviews. */
export default function ReviewRoutes() {
  return (
    <Routes>
      <Route index element={<YearPage />} />
    </Routes>
  );
}
