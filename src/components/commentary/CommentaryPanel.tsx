import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useMay } from '../../api/resources';
import { type CommentarySpec } from '../../api/types';
import { t } from '../../i18n';
import { formatDay } from '../format';
import { formatPeriod } from '../period';
import { type Commentary, type Subject, useCommentary } from './commentary';
import { CommentaryForm } from './CommentaryForm';

interface Props {
  subject: Subject;
  /** What is commented on, for those who don't see where the panel stands. */
  title: string;
  /** Called while somebody writes. */
  onWriting?: () => void;
}

/** Why a KPI missed its target and how it recovers: read here, and written here by whoever may. */
export function CommentaryPanel({ subject, title, onWriting }: Props) {
  const styles = useStyles2(getStyles);
  const mayWrite = useMay('Commentary', 'write');
  const lookUp = useCommentary();
  const [editing, setEditing] = useState(false);
  if (!lookUp) {
    return null;
  }
  const found = lookUp.on(subject);
  const label = t('components.commentary.of', 'Explanation and recovery plan: {{title}}', { title });
  if (editing) {
    return (
      <section aria-label={label}>
        <CommentaryForm subject={subject} existing={found} onWriting={onWriting} onDone={() => setEditing(false)} />
      </section>
    );
  }
  const managed = found?.metadata.file !== undefined;
  return (
    <section aria-label={label} className={styles.panel}>
      <CommentaryFacts spec={found?.spec} />
      {!found && <PlanBefore plan={lookUp.planBefore(subject)} />}
      {mayWrite && !managed && (
        <div>
          <Button variant="secondary" size="sm" icon="pen" onClick={() => setEditing(true)}>
            {found
              ? t('components.commentary.change', 'Change explanation')
              : t('components.commentary.explain', 'Explain')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The plan of an earlier period that has still to take effect. */
function PlanBefore({ plan }: { plan: Commentary | undefined }) {
  return (
    plan && (
      <div>
        <p>
          {t('components.commentary.plan-before', 'The plan of {{period}} is still running:', {
            period: formatPeriod(String(plan.spec.period)),
          })}
        </p>
        <CommentaryFacts spec={plan.spec} />
      </div>
    )
  );
}

type Facts = Partial<
  Record<'explanation' | 'cause' | 'countermeasure' | 'recoveryDate' | 'owner', string | null | undefined>
>;

/** Explanation, cause and plan; what is missing is said. */
export function CommentaryFacts({ spec }: { spec: Facts | CommentarySpec | undefined }) {
  const styles = useStyles2(getStyles);
  if (!spec?.explanation) {
    return <p className={styles.missing}>{t('components.commentary.none', 'No explanation yet.')}</p>;
  }
  const noPlan = <span className={styles.missing}>{t('components.commentary.no-plan', 'no plan yet')}</span>;
  const facts = [
    [t('components.commentary.explanation', 'Explanation'), spec.explanation],
    [t('components.commentary.cause', 'Cause'), spec.cause],
    [t('components.commentary.countermeasure', 'Countermeasure'), spec.countermeasure ?? noPlan],
    [t('components.commentary.recovery', 'Recovers by'), spec.recoveryDate ? formatDay(spec.recoveryDate) : noPlan],
    [t('components.commentary.owner', 'Owner'), spec.owner],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(
        ([term, text]) =>
          text && (
            <div key={term}>
              <dt>{term}</dt>
              <dd dir="auto">{text}</dd>
            </div>
          )
      )}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  facts: css({
    margin: 0,
    '> div': { display: 'grid', gridTemplateColumns: '9em minmax(0, 1fr)', gap: theme.spacing(1) },
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  }),
  missing: css({ color: theme.colors.warning.text }),
});
