import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Occurrence } from '../../../api/cadence';
import { formatInstant } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { keyOf } from './urlState';

interface Props {
  occurrences: Occurrence[];
  /** Conflicts of what is over are history: they stay in the table only. */
  now: string;
  onSelect: (occurrence: Occurrence) => void;
}

/** What gets in the way of reviews that are still to come, in words. */
export function ConflictList({ occurrences, now, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const ahead = occurrences.filter(({ end, conflicts }) => end >= now && conflicts.length > 0);
  const title = t('reviews.conflicts.title', 'Conflicts ahead');
  if (ahead.length === 0) {
    return null;
  }
  return (
    <section aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      <ul className={styles.list}>
        {ahead.map((one) => (
          <li key={keyOf(one)}>
            <button type="button" className={styles.link} onClick={() => onSelect(one)}>
              {one.title}, {formatInstant(one.start)}
            </button>{' '}
            {one.conflicts.map(reasonText).join(' ')}
          </li>
        ))}
      </ul>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5 }),
  list: css({ listStyle: 'none', margin: 0, maxHeight: 200, overflowY: 'auto' }),
  link: css({ padding: 0, border: 'none', background: 'none', textDecoration: 'underline' }),
});
