import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { useMarkSeen } from '../../../api/followUp';
import { type MyWork } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { pageOf } from '../../../components/followup/words';
import { formatInstant } from '../../../components/format';
import { kindWord } from '../../../components/kindWord';
import { t } from '../../../i18n';
import { actionLabel } from '../model';

/** What others changed of scorecards and of what is in the person's care, until they say that they have seen it. */
export function ChangesList({ work }: { work: MyWork }) {
  const styles = useStyles2(getStyles);
  const seen = useMarkSeen();
  const { changes, moreChanges, seenAt } = work;
  return (
    <section aria-labelledby="work-changes">
      <h2 id="work-changes" className={styles.title}>
        {t('home.changes.title', 'What changed')}
      </h2>
      <p className={styles.muted}>
        {seenAt
          ? t('home.changes.since', 'By others, since {{at}}', { at: formatInstant(seenAt) })
          : t('home.changes.week', 'By others, in the last seven days')}
      </p>
      {seen.error && <ErrorState error={seen.error} />}
      {changes.length === 0 ? (
        <p>{t('home.changes.none', 'Nothing that concerns you.')}</p>
      ) : (
        <>
          <ul className={styles.list}>
            {changes.map(({ ref, title, action, by, at }) => {
              const page = pageOf(ref);
              return (
                <li key={`${ref.kind}/${ref.name}/${at}`}>
                  {page && action !== 'deleted' ? <AppLink to={page}>{title}</AppLink> : title}
                  <div
                    className={styles.muted}
                  >{`${kindWord(ref.kind)}, ${actionLabel(action)}, ${by}, ${formatInstant(at)}`}</div>
                </li>
              );
            })}
          </ul>
          {moreChanges > 0 && <p>{t('home.changes.more', 'and {{count}} more', { count: moreChanges })}</p>}
          <Button size="sm" variant="secondary" disabled={seen.isPending} onClick={() => seen.mutate(undefined)}>
            {t('home.changes.seen', 'I have seen this')}
          </Button>
        </>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h4, margin: 0 }),
  muted: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  list: css({
    listStyle: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    margin: theme.spacing(1, 0, 2),
  }),
});
