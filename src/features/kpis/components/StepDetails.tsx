import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Fragment, type ReactNode } from 'react';
import { type ExplainStep } from '../../../api/types';
import { formatInstant } from '../../../components/format';
import { type Place } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { stateText } from '../../../components/StateMark';
import { t } from '../../../i18n';
import { useFormats } from '../useFormats';
import { labelOf, valueText } from './ExplainTree';
import { ExploreLink } from './ExploreLink';
import { Origin, outcomeText } from './Origin';
import { RefLink } from './RefLink';

interface Props {
  step: ExplainStep;
  at: Place;
}

/** One step of a computation: how it was done, by which version of which definition, on which observation. */
export function StepDetails({ step, at }: Props) {
  const styles = useStyles2(getStyles);
  const format = useFormats()(step.kpi);
  const value = valueText(step, format);
  const observed = step.origin?.observation;
  return (
    <>
      <h3 className={styles.heading}>{labelOf(step)}</h3>
      <dl className={styles.list}>
        {rowsOf(step, at).map(({ term, text }) => (
          <Fragment key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
        {value && (
          <>
            <dt>{t('kpis.explain.value', 'Value')}</dt>
            <dd>{value}</dd>
          </>
        )}
      </dl>
      {step.kind === 'observation' && !observed && !step.reason && (
        <p>{t('kpis.explain.nothing', 'Nothing has been recorded here.')}</p>
      )}
      {step.kind === 'observation' && step.kpi && step.unit && step.period && (
        <ExploreLink kpi={step.kpi} unit={step.unit} period={step.period} />
      )}
    </>
  );
}

function rowsOf(
  { method, how, state, reason, origin }: ExplainStep,
  at: Place
): Array<{ term: string; text: ReactNode }> {
  const { resource, version, observation } = origin ?? {};
  const rows: Array<{ term: string; text: ReactNode }> = [
    { term: t('kpis.explain.how', 'How'), text: how?.map(reasonText).join('; ') ?? method },
    { term: t('kpis.explain.state', 'State'), text: state && stateText(state) },
    { term: t('kpis.explain.reason', 'Why there is no number'), text: reason && reasonText(reason) },
    {
      term: t('kpis.explain.definition', 'Definition'),
      text: resource && (
        <>
          <RefLink reference={resource} at={at} />
          {version !== undefined && <> {t('kpis.explain.version', '(version {{version}})', { version })}</>}
        </>
      ),
    },
  ];
  if (observation) {
    const { source } = observation;
    rows.push(
      { term: t('kpis.explain.when', 'Recorded'), text: formatInstant(observation.collectedAt) },
      { term: t('kpis.explain.who', 'By'), text: observation.recordedBy },
      { term: t('kpis.explain.from', 'From'), text: <Origin source={source} /> },
      {
        term: t('kpis.explain.digest', 'Query (SHA-256)'),
        text: source.queryDigest && <code>{source.queryDigest}</code>,
      },
      { term: t('kpis.explain.outcome', 'Validation'), text: outcomeText(observation.outcome) },
      { term: t('kpis.explain.note', 'Note'), text: observation.note }
    );
  }
  return rows.filter(({ text }) => Boolean(text));
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({ ...theme.typography.h5 }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, overflowWrap: 'anywhere' },
    code: { whiteSpace: 'normal' },
  }),
});
