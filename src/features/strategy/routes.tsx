import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { StrategiesPage } from './StrategiesPage';
import { StrategyMapPage } from './StrategyMapPage';

/** Pages under /strategies. */
export default function StrategyRoutes() {
  return (
    <Routes>
      <Route index element={<StrategiesPage />} />
      <Route path=":name" element={<StrategyMapPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
