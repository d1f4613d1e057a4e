import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type RegisterParams, useRegister } from '../../api/followUp';
import { type RegisterRow } from '../../api/types';
import { t } from '../../i18n';
import { AppLink } from '../AppLink';
import { ErrorState } from '../ErrorState';
import { kindWord } from '../kindWord';
import { appUrl, type Query } from '../links';
import { EffectMark, EntryStateMark, UrgencyMark } from './marks';
import { dueText, entryUrl } from './words';

/** What the entries have in common. */
type Subject = Pick<RegisterParams, 'kpi' | 'objective' | 'review' | 'series' | 'committee'>;

const SHOWN = 20;

/** Decisions and actions that concern something, what waits first. */
export function FollowUpList({ subject }: { subject: Subject }) {
  const styles = useStyles2(getStyles);
  const { data, error, refetch } = useRegister({ ...subject, limit: SHOWN });
  if (error && !data) {
    return <ErrorState error={error} onRetry={refetch} />;
  }
  if (!data) {
    return null;
  }
  if (data.items.length === 0) {
    return (
      <p className={styles.muted}>{t('components.followup.none', 'No decision and no action concerns it yet.')}</p>
    );
  }
  return (
    <>
      <ul className={styles.list}>
        {data.items.map((row) => (
          <Item key={`${row.ref.kind}/${row.ref.name}`} row={row} />
        ))}
      </ul>
      {data.summary.total > data.items.length && (
        <AppLink to={appUrl('register', subject as Query)}>
          {t('components.followup.all', 'All {{count}} in the register', { count: data.summary.total })}
        </AppLink>
      )}
    </>
  );
}

function Item({ row }: { row: RegisterRow }) {
  const styles = useStyles2(getStyles);
  return (
    <li>
      <AppLink to={entryUrl(row.ref)}>{row.title}</AppLink>
      <div className={styles.line}>
        <span className={styles.muted}>{kindWord(row.ref.kind)}</span>
        <EntryStateMark state={row.state} />
        <UrgencyMark row={row} />
        {row.effect && <EffectMark effect={row.effect} />}
        <span className={styles.muted}>{[row.owner, dueText(row)].filter(Boolean).join(', ')}</span>
      </div>
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0.5, 1.5),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  muted: css({ color: theme.colors.text.secondary }),
});
