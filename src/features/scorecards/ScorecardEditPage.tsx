import { EditPage } from '../../components/editor/EditPage';
import { appUrl, scorecardUrl } from '../../components/links';
import { t } from '../../i18n';
import { ScorecardForm } from './components/ScorecardForm';
import { newScorecard } from './newScorecard';

/** Creates a scorecard, or changes the one that the address names. */
export function ScorecardEditPage() {
  return (
    <EditPage
      kind="Scorecard"
      newTitle={t('scorecards.edit.new', 'New scorecard')}
      blank={newScorecard}
      savedUrl={({ metadata }) => scorecardUrl(metadata.name)}
      deletedUrl={appUrl('scorecards')}
    >
      {(existing) => <ScorecardForm named={existing !== undefined} />}
    </EditPage>
  );
}
