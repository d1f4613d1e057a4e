import { type Draft } from '../../components/editor/document';
import { EditPage } from '../../components/editor/EditPage';
import { entryUrl } from '../../components/followup/words';
import { appUrl } from '../../components/links';
import { t } from '../../i18n';
import { ActionForm } from './components/ActionForm';
import { DecisionForm } from './components/DecisionForm';

type EntryKind = 'Action' | 'Decision';

/** A new entry: an action is open, and a decision that somebody writes down here is still to be made. */
const blank = (): Draft => ({ metadata: { name: '' }, spec: { title: '', state: 'open' } });

/** Writes down an action or a decision, or changes the one that the address names. */
export function EntryEditPage({ kind }: { kind: EntryKind }) {
  const Form = kind === 'Action' ? ActionForm : DecisionForm;
  return (
    <EditPage
      kind={kind}
      newTitle={kind === 'Action' ? t('register.new-action', 'New action') : t('register.new-decision', 'New decision')}
      blank={blank}
      savedUrl={({ metadata }) => entryUrl({ kind, name: metadata.name })}
      deletedUrl={appUrl('register')}
    >
      {(existing) => <Form named={existing !== undefined} />}
    </EditPage>
  );
}
