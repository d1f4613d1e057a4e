import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { useFormContext } from 'react-hook-form';
import { type ApiError } from '../../api/errors';
import { planResources } from '../../api/resources';
import { type ApplyResult, type Change, type Ref, type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { ErrorState } from '../ErrorState';
import { PageSkeleton } from '../PageSkeleton';
import { type Draft, toResource } from './document';

interface Props {
  kind: KindName;
  /** Other resources that are written with the one in the form. */
  also?: (resource: Resource) => Resource[];
}

/** What saving the form as it is now would change, and whose numbers may change with it; asks the server, writes nothing. */
export function PlanView({ kind, also }: Props) {
  const { getValues } = useFormContext<Draft>();
  const resource = toResource(kind, getValues());
  const resources = [resource, ...(also?.(resource) ?? [])];
  const { data, error, refetch } = useQuery<ApplyResult, ApiError>({
    queryKey: ['plan', resources],
    queryFn: ({ signal }) => planResources(resources, { signal }),
    gcTime: 0,
    staleTime: 0,
  });
  if (error) {
    return (
      <ErrorState
        error={error}
        onRetry={refetch}
        title={t('components.plan.refused', 'It could not be saved like this')}
      />
    );
  }
  return data ? <Plan plan={data} /> : <PageSkeleton rows={4} />;
}

function Plan({ plan: { created, changed, impact, warnings = [] } }: { plan: ApplyResult }) {
  if (created.length === 0 && changed.length === 0) {
    return <p>{t('components.plan.nothing', 'Saving changes nothing.')}</p>;
  }
  return (
    <>
      {created.length > 0 && <p>{t('components.plan.created', 'A new resource is created.')}</p>}
      {changed.map(({ ref, diff }) => (
        <Fragment key={refText(ref)}>
          {changed.length > 1 && <h3>{refText(ref)}</h3>}
          <Differences diff={diff} />
        </Fragment>
      ))}
      {impact.length > 0 && (
        <>
          <p>{t('components.plan.impact', 'Numbers of these may change:')}</p>
          <ul>
            {impact.map((ref) => (
              <li key={refText(ref)}>{refText(ref)}</li>
            ))}
          </ul>
        </>
      )}
      {warnings.length > 0 && (
        <>
          <p>{t('components.plan.warnings', 'Worth a look:')}</p>
          <ul>
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

const refText = ({ kind, name }: Ref) => `${kind} ${name}`;

/** What changes in one resource, field by field. */
export function Differences({ diff }: { diff: Change[] }) {
  const styles = useStyles2(getStyles);
  return (
    <table className={styles} aria-label={t('components.plan.label', 'Changes')}>
      <thead>
        <tr>
          <th scope="col">{t('components.plan.field', 'Field')}</th>
          <th scope="col">{t('components.plan.before', 'Before')}</th>
          <th scope="col">{t('components.plan.after', 'After')}</th>
        </tr>
      </thead>
      <tbody>
        {diff.map(({ path, from, to }) => (
          <tr key={path}>
            <th scope="row">
              <code>{path}</code>
            </th>
            <td>{valueText(from)}</td>
            <td>{valueText(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function valueText(value: unknown): string {
  if (value === undefined) {
    return t('components.plan.absent', 'absent');
  }
  return typeof value === 'string' ? value : JSON.stringify(value);
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    width: '100%',
    'td, th': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflowWrap: 'anywhere',
    },
  });
