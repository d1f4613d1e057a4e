import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useExplain } from '../../../api/measurement';
import { type ExplainStep } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { type Place } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { openAtFirst, ROOT, rowsOf } from '../model/explainTree';
import { ExplainTree } from './ExplainTree';
import { StepDetails } from './StepDetails';

interface Props {
  kpi: string;
  at: Place;
}

/** "Why this value?": the computation as a tree, and beside it where the chosen step's number comes from. */
export function ExplainView({ kpi, at }: Props) {
  const { unit, period, scorecard, asOf, now } = at;
  const { data, error, refetch } = useExplain(kpi, { unit, period, scorecard, asOf, now });
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  return data ? <Explained key={`${data.unit} ${data.period}`} root={data.root} at={at} /> : <PageSkeleton rows={6} />;
}

function Explained({ root, at }: { root: ExplainStep; at: Place }) {
  const styles = useStyles2(getStyles);
  const [open, setOpen] = useState(() => openAtFirst(root));
  const [chosen, setChosen] = useState(ROOT);
  const rows = rowsOf(root, open);
  const row = rows.find(({ id }) => id === chosen) ?? rows[0];

  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) {
      next.add(id);
    }
    setOpen(next);
  };

  return (
    <div className={styles.columns}>
      <ExplainTree rows={rows} chosen={row.id} onChoose={setChosen} onToggle={toggle} />
      <section
        aria-label={t('kpis.explain.details', 'Where this number comes from')}
        aria-live="polite"
        className={styles.details}
      >
        <StepDetails step={row.step} at={at} />
      </section>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 3fr) minmax(260px, 2fr)',
    gap: theme.spacing(3),
    alignItems: 'start',
    [theme.breakpoints.down('md')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  details: css({
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
  }),
});
