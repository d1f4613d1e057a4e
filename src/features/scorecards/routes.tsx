import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { ScorecardEditPage } from './ScorecardEditPage';
import { ScorecardPage } from './ScorecardPage';
import { ScorecardsPage } from './ScorecardsPage';

/** Pages under /scorecards. */
export default function ScorecardRoutes() {
  return (
    <Routes>
      <Route index element={<ScorecardsPage />} />
      <Route path="new" element={<ScorecardEditPage />} />
      <Route path=":name" element={<ScorecardPage />} />
      <Route path=":name/edit" element={<ScorecardEditPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
