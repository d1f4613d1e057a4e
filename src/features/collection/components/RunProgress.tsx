import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Run } from '../../../api/types';
import { t } from '../../../i18n';

/** How far a run is: a bar while it is under way, and the counts. */
export function RunProgress({ progress: { done, total }, busy }: Pick<Run, 'progress'> & { busy: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles}>
      {busy && <progress value={done} max={Math.max(1, total)} aria-label={t('collection.progress', 'Progress')} />}
      {t('collection.done', '{{done}} of {{total}}', { done, total })}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    progress: { accentColor: theme.colors.primary.main, width: 100 },
  });
