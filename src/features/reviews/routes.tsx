import { Route, Routes } from 'react-router-dom';
import { IntensityPage } from './IntensityPage';
import { YearPage } from './YearPage';

/** Pages under /reviews. */
export default function ReviewRoutes() {
  return (
    <Routes>
      <Route index element={<YearPage />} />
      <Route path="intensity/:scorecard" element={<IntensityPage />} />
    </Routes>
  );
}
