import { Route, Routes } from 'react-router-dom';
import { ScorecardsPage } from './ScorecardsPage';

/** Pages under /scorecards. */
export default function ScorecardRoutes() {
  return (
    <Routes>
      <Route index element={<ScorecardsPage />} />
    </Routes>
  );
}
