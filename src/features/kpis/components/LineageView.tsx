import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Lineage, type Ref } from '../../../api/types';
import { type Place } from '../../../components/links';
import { t } from '../../../i18n';
import { queryText } from '../model/words';
import { RefLink } from './RefLink';

interface Props {
  lineage: Lineage;
  at: Place;
}

/** What the KPI is made from, and what is made from it. */
export function LineageView({ lineage: { source, inputs, rules, targets, dependants }, at }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.columns}>
      <section>
        <h3>{t('kpis.lineage.from', 'Made from')}</h3>
        <Refs
          refs={inputs.map((name) => ({ kind: 'Kpi', name }))}
          at={at}
          empty={source.type === 'calculated' ? t('kpis.lineage.no-inputs', 'The formula reads no KPI.') : undefined}
        />
        {source.formula && <pre>{source.formula}</pre>}
        {source.query && <pre>{queryText(source.query)}</pre>}
        {source.type === 'manual' && <p>{t('kpis.lineage.manual', 'People submit its values.')}</p>}
      </section>
      <section>
        <h3>{t('kpis.lineage.judged', 'Judged by')}</h3>
        <Refs refs={[...targets, ...rules]} at={at} empty={t('kpis.lineage.no-targets', 'There are no targets yet.')} />
      </section>
      <section>
        <h3>{t('kpis.lineage.to', 'Read by')}</h3>
        <Refs refs={dependants} at={at} empty={t('kpis.lineage.no-dependants', 'Nothing reads this KPI yet.')} />
      </section>
    </div>
  );
}

function Refs({ refs, at, empty }: { refs: Ref[]; at: Place; empty?: string }) {
  if (refs.length === 0) {
    return empty ? <p>{empty}</p> : null;
  }
  return (
    <ul>
      {refs.map((reference) => (
        <li key={`${reference.kind}/${reference.name}`}>
          <RefLink reference={reference} at={at} />
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(260px, 100%), 1fr))',
    gap: theme.spacing(3),
    h3: { ...theme.typography.h5 },
    ul: { margin: 0, paddingLeft: theme.spacing(2) },
    pre: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  }),
});
