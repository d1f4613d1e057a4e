import { type Draft } from '../../../components/editor/document';
import { EditPage } from '../../../components/editor/EditPage';
import { appUrl, charterUrl } from '../../../components/links';
import { t } from '../../../i18n';
import { CharterForm } from './CharterForm';
import { newCharter } from './newCharter';

/** Writes a governance charter, or changes the one that the address names. */
export function CharterEditPage() {
  return (
    <EditPage
      kind="GovernanceCharter"
      newTitle={t('reviews.charter.new', 'New governance charter')}
      blank={() => newCharter() as unknown as Draft}
      savedUrl={({ metadata }) => charterUrl(metadata.name)}
      deletedUrl={appUrl('reviews')}
    >
      {(existing) => <CharterForm named={existing !== undefined} />}
    </EditPage>
  );
}
