import { Route, Routes } from 'react-router-dom';
import { AgendaItemEditPage } from './AgendaItemEditPage';
import { FacilitatePage } from './facilitate/FacilitatePage';
import { IntensityPage } from './IntensityPage';
import { ReviewEditPage } from './ReviewEditPage';
import { SeriesPage } from './SeriesPage';
import { YearPage } from './YearPage';

/** Pages under /reviews. */
export default function ReviewRoutes() {
  return (
    <Routes>
      <Route index element={<YearPage />} />
      <Route path="series/:name" element={<SeriesPage />} />
      <Route path="meetings/new" element={<ReviewEditPage />} />
      <Route path="meetings/:name/edit" element={<ReviewEditPage />} />
      <Route path="meetings/:name/facilitate" element={<FacilitatePage />} />
      <Route path="items/new" element={<AgendaItemEditPage />} />
      <Route path="items/:name" element={<AgendaItemEditPage />} />
      <Route path="intensity/:scorecard" element={<IntensityPage />} />
    </Routes>
  );
}
