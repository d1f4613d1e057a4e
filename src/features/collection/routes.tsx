import { Route, Routes } from 'react-router-dom';
import { NotFoundPage } from '../../components/NotFoundPage';
import { CollectionPage } from './CollectionPage';
import { CollectionsPage } from './CollectionsPage';

/** Pages under /collections. */
export default function CollectionRoutes() {
  return (
    <Routes>
      <Route index element={<CollectionsPage />} />
      <Route path=":id" element={<CollectionPage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  );
}
