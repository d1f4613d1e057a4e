import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { AgendaItemEditPage } from './AgendaItemEditPage';
import { CharterEditPage } from './charter/CharterEditPage';
import { CharterPage } from './charter/CharterPage';
import { FacilitatePage } from './facilitate/FacilitatePage';
import { IntensityPage } from './IntensityPage';
import { MeetingPage } from './meeting/MeetingPage';
import { ReviewEditPage } from './ReviewEditPage';
import { SeriesEditPage } from './series/SeriesEditPage';
import { SeriesPage } from './SeriesPage';
import { TemplateEditPage } from './templates/TemplateEditPage';
import { TemplatesPage } from './templates/TemplatesPage';
import { YearPage } from './YearPage';

/** Pages under /reviews. */
export default function ReviewRoutes() {
  return (
    <Routes>
      <Route index element={<YearPage />} />
      <Route path="charters/new" element={<CharterEditPage />} />
      <Route path="charters/:name" element={<CharterPage />} />
      <Route path="charters/:name/edit" element={<CharterEditPage />} />
      <Route path="series/new" element={<SeriesEditPage />} />
      <Route path="series/:name" element={<SeriesPage />} />
      <Route path="series/:name/edit" element={<SeriesEditPage />} />
      <Route path="meetings/new" element={<ReviewEditPage />} />
      <Route path="meetings/:name" element={<MeetingPage />} />
      <Route path="meetings/:name/edit" element={<ReviewEditPage />} />
      <Route path="meetings/:name/facilitate" element={<FacilitatePage />} />
      <Route path="templates" element={<TemplatesPage />} />
      <Route path="templates/new" element={<TemplateEditPage />} />
      <Route path="templates/:name" element={<TemplateEditPage />} />
      <Route path="items/new" element={<AgendaItemEditPage />} />
      <Route path="items/:name" element={<AgendaItemEditPage />} />
      <Route path="intensity/:scorecard" element={<IntensityPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
