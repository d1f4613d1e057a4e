import { PluginPage } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import { useMay, useResources } from '../../../api/resources';
import { AppLink, AppLinkButton } from '../../../components/AppLink';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT } from '../../../components/format';
import { appUrl, templateUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { sectionTypeLabel } from './sectionTypes';

/** The templates of reports: which sections, frozen when, sent to whom. */
export function TemplatesPage() {
  const styles = useStyles2(tableStyles);
  const { data, error, refetch } = useResources('ReportTemplate');
  const mayWrite = useMay('ReportTemplate', 'write');
  const create = mayWrite && (
    <AppLinkButton to={templateUrl('new')} size="sm" icon="plus">
      {t('reviews.templates.new', 'New template')}
    </AppLinkButton>
  );
  return (
    <PluginPage
      pageNav={{
        text: t('reviews.templates.title', 'Report templates'),
        parentItem: { text: t('reviews.title', 'Reviews'), url: appUrl('reviews') },
      }}
      actions={create}
    >
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!data && !error && <PageSkeleton rows={4} />}
      {data?.length === 0 && (
        <EmptyState title={t('reviews.templates.none', 'There is no template yet')} action={create}>
          {t(
            'reviews.templates.none-text',
            'A template gives every unit’s report the same sections. Reviews without one show map, scorecard, exceptions, commentary and actions.'
          )}
        </EmptyState>
      )}
      {data && data.length > 0 && (
        <table className={styles.table} aria-label={t('reviews.templates.title', 'Report templates')}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.templates.template', 'Template')}</th>
              <th scope="col">{t('reviews.templates.sections', 'Sections')}</th>
              <th scope="col">{t('reviews.templates.frozen', 'Frozen by the schedule')}</th>
              <th scope="col" className={styles.number}>
                {t('reviews.templates.subscribers', 'Subscribers')}
              </th>
            </tr>
          </thead>
          <tbody>
            {data.map(({ metadata, spec }) => (
              <tr key={metadata.name}>
                <th scope="row">
                  <AppLink to={templateUrl(metadata.name)}>{spec.title}</AppLink>
                </th>
                <td>{spec.sections.map(({ type, title }) => title ?? sectionTypeLabel(type)).join(', ')}</td>
                <td>
                  {spec.freezeHoursBefore === undefined
                    ? ABSENT
                    : t('reviews.templates.hours', '{{hours}} h before', { hours: spec.freezeHoursBefore })}
                </td>
                <td className={styles.number}>{spec.subscribers?.length ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </PluginPage>
  );
}
