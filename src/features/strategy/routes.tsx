import { Route, Routes } from 'react-router-dom';
import { StrategiesPage } from './StrategiesPage';
import { StrategyMapPage } from './StrategyMapPage';

/** Pages under /strategies. */
export default function StrategyRoutes() {
  return (
    <Routes>
      <Route index element={<StrategiesPage />} />
      <Route path=":name" element={<StrategyMapPage />} />
    </Routes>
  );
}
