import { type ReportTemplateSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { EditPage } from '../../../components/editor/EditPage';
import { templateUrl } from '../../../components/links';
import { t } from '../../../i18n';
import { TemplateForm } from './TemplateForm';

/** What every report shows unless its template says otherwise. */
const usual: ReportTemplateSpec['sections'] = [
  { name: 'map', type: 'strategyMap' },
  { name: 'scorecard', type: 'scorecard' },
  { name: 'exceptions', type: 'exceptions' },
  { name: 'commentary', type: 'commentary', required: true },
  { name: 'actions', type: 'actions' },
];

const newTemplate = (): Draft => ({ metadata: { name: '' }, spec: { title: '', sections: usual } });

/** Creates a template of reports, or changes the one that the address names. */
export function TemplateEditPage() {
  return (
    <EditPage
      kind="ReportTemplate"
      newTitle={t('reviews.template.new', 'New report template')}
      blank={newTemplate}
      parentItem={{ text: t('reviews.templates.title', 'Report templates'), url: templateUrl() }}
      savedUrl={() => templateUrl()}
      deletedUrl={templateUrl()}
    >
      {(existing) => <TemplateForm named={existing !== undefined} />}
    </EditPage>
  );
}
