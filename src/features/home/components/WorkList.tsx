import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type WorkItem } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { teamText } from '../../../components/followup/words';
import { formatDay, formatLastDay } from '../../../components/format';
import { appUrl } from '../../../components/links';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { itemUrl, typeIcon, typeLabel } from '../model';

/** Most items of a list; nobody works through more at a time. */
const SHOWN = 50;

/** Items in their order, each with why it is here and the place to deal with it. */
export function WorkList({ items }: { items: WorkItem[] }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <ul className={styles.list}>
        {items.slice(0, SHOWN).map((item, index) => (
          <Item key={`${item.type}/${item.ref?.kind}/${item.ref?.name}/${item.id}/${index}`} item={item} />
        ))}
      </ul>
      {items.length > SHOWN && (
        <AppLink to={appUrl('register', { mine: 'true' })}>
          {t('home.more', 'and {{count}} more; the register has them all', { count: items.length - SHOWN })}
        </AppLink>
      )}
    </>
  );
}

function Item({ item }: { item: WorkItem }) {
  const styles = useStyles2(getStyles);
  const url = itemUrl(item);
  return (
    <li className={styles.item}>
      <span className={styles.type}>
        <Icon name={typeIcon(item.type)} aria-hidden /> {typeLabel(item.type)}
      </span>
      <span>
        <strong>{url ? <AppLink to={url}>{item.title}</AppLink> : item.title}</strong>
        <br />
        <span className={styles.why}>
          {item.said.map(reasonText).join(' ')}
          {item.team !== null && ` (${teamText(item.team)})`}
        </span>
      </span>
      <span className={styles.due}>
        {item.overdue && (
          <span className={styles.overdue}>
            <Icon name="exclamation-triangle" aria-hidden /> {t('home.overdue', 'overdue')}
          </span>
        )}
        {item.due && !item.overdue && dueDay(item, item.due)}
      </span>
    </li>
  );
}

/** What is talked about is due when the meeting starts; everything else until something ends. */
const dueDay = ({ type }: WorkItem, due: string) =>
  type === 'review' || type === 'agendaItem' ? formatDay(due) : formatLastDay(due);

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr) auto',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    [theme.breakpoints.down('sm')]: { gridTemplateColumns: 'minmax(0, 1fr)', gap: theme.spacing(0.5) },
  }),
  type: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  why: css({ color: theme.colors.text.secondary }),
  due: css({ whiteSpace: 'nowrap' }),
  overdue: css({ color: theme.colors.warning.text }),
});
