import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Checkbox, Icon, useStyles2 } from '@grafana/ui';
import { memo, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { type RegisterRow } from '../../../api/types';
import { EffectMark, EntryStateMark, UrgencyMark } from '../../../components/followup/marks';
import { entryKey, gapLabel, personText } from '../../../components/followup/words';
import { ABSENT, formatDay } from '../../../components/format';
import { kindWord } from '../../../components/kindWord';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { nextSort } from '../model/filter';

interface Props {
  rows: RegisterRow[];
  /** Keys of the chosen entries; undefined for callers who may change nothing. */
  chosen: Set<string> | undefined;
  onChoose: (keys: string[], chosen: boolean) => void;
  /** Key of the entry that is open beside the table, which says what the narrower table leaves out. */
  shown: string | undefined;
  sort: string;
  onSort: (sort: string) => void;
  /** What the address holds; an entry is opened beside it. */
  params: URLSearchParams;
}

/** The register as a table; choosing rows with the keyboard or the mouse is for changing many at once. */
export const RegisterTable = memo(function RegisterTable(props: Props) {
  const { rows, chosen, onChoose, shown, sort, onSort, params } = props;
  const styles = useStyles2(tableStyles);
  const keys = rows.map(({ ref }) => entryKey(ref));
  const all = keys.length > 0 && keys.every((key) => chosen?.has(key));
  const head = { sort, onSort };
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('register.title', 'Register')}>
        <thead>
          <tr>
            {chosen && (
              <th scope="col">
                <Checkbox
                  aria-label={t('register.choose-all', 'Choose all entries of this page')}
                  value={all}
                  indeterminate={!all && keys.some((key) => chosen.has(key))}
                  onChange={() => onChoose(keys, !all)}
                />
              </th>
            )}
            <Head {...head} column="title">
              {t('register.column.title', 'What')}
            </Head>
            <Head {...head} column="state">
              {t('register.column.state', 'State')}
            </Head>
            <Head {...head} column="owner">
              {t('register.column.owner', 'Owner')}
            </Head>
            <Head {...head} column="due">
              {t('register.column.due', 'Due')}
            </Head>
            {!shown && (
              <>
                <Head {...head} column="slips">
                  {t('register.column.slips', 'Put off')}
                </Head>
                <Head {...head} column="age">
                  {t('register.column.age', 'Age')}
                </Head>
              </>
            )}
            <th scope="col">{t('register.column.remarks', 'Remarks')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = entryKey(row.ref);
            return (
              <Row
                key={key}
                row={row}
                shown={key === shown}
                narrow={shown !== undefined}
                href={withEntry(params, key)}
                chosen={chosen?.has(key)}
                onChoose={onChoose}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
});

/** The address with an entry open. */
function withEntry(params: URLSearchParams, key: string): string {
  const next = new URLSearchParams(params);
  next.set('entry', key);
  return `?${next}`;
}

interface HeadProps {
  column: string;
  sort: string;
  onSort: (sort: string) => void;
  children: ReactNode;
}

function Head({ column, sort, onSort, children }: HeadProps) {
  const styles = useStyles2(getStyles);
  const up = sort === column;
  const down = sort === `-${column}`;
  return (
    <th scope="col" aria-sort={up ? 'ascending' : down ? 'descending' : 'none'}>
      <button type="button" className={styles.sort} onClick={() => onSort(nextSort(sort, column))}>
        {children}
        {(up || down) && <Icon name={up ? 'arrow-up' : 'arrow-down'} aria-hidden />}
      </button>
    </th>
  );
}

interface RowProps {
  row: RegisterRow;
  shown: boolean;
  /** Whether an entry is open beside the table. */
  narrow: boolean;
  href: string;
  /** Undefined for callers who may change nothing. */
  chosen: boolean | undefined;
  onChoose: (keys: string[], chosen: boolean) => void;
}

const Row = memo(function Row({ row, shown, narrow, href, chosen, onChoose }: RowProps) {
  const styles = useStyles2(tableStyles);
  const own = useStyles2(getStyles);
  return (
    <tr className={cx(shown && own.shown)}>
      {chosen !== undefined && (
        <td>
          <Checkbox
            aria-label={t('register.choose', 'Choose {{title}}', { title: row.title })}
            value={chosen}
            onChange={() => onChoose([entryKey(row.ref)], !chosen)}
          />
        </td>
      )}
      <th scope="row">
        <Link to={href} className={own.link} aria-current={shown || undefined}>
          {row.title}
        </Link>{' '}
        <span className={styles.muted}>{kindWord(row.ref.kind)}</span>
      </th>
      <td className={styles.narrow}>
        <EntryStateMark state={row.state} />
      </td>
      <td>{row.owner === null ? ABSENT : personText(row.owner)}</td>
      <td className={styles.narrow}>{dayText(row.closedOn ?? row.due)}</td>
      {!narrow && (
        <>
          <td className={styles.narrow}>{slipText(row)}</td>
          <td className={styles.narrow}>
            {t('register.days', '', {
              count: row.ageDays,
              defaultValue_one: '{{count}} day',
              defaultValue_other: '{{count}} days',
            })}
          </td>
        </>
      )}
      <td>
        <span className={own.remarks}>
          <UrgencyMark row={row} />
          {row.effect && <EffectMark effect={row.effect} />}
          {row.duplicates.length > 0 && (
            <span>{t('register.duplicate', 'said {{count}} times', { count: row.duplicates.length + 1 })}</span>
          )}
          {row.gaps.map((gap) => (
            <span key={gap}>{gapLabel(gap)}</span>
          ))}
          {row.dueOnHoliday && <span>{t('register.holiday', 'due on a holiday')}</span>}
        </span>
      </td>
    </tr>
  );
});

const dayText = (day: string | null) => (day === null ? ABSENT : formatDay(day));

function slipText({ slips, slipDays }: RegisterRow): string {
  return slips === 0 ? ABSENT : t('register.slips', '{{slips}} ×, {{days}} days', { slips, days: slipDays });
}

const getStyles = (theme: GrafanaTheme2) => ({
  shown: css({ boxShadow: `inset 3px 0 ${theme.colors.primary.main}` }),
  link: css({
    color: theme.colors.text.primary,
    '&:hover, &:focus-visible': { color: theme.colors.text.link, textDecoration: 'underline' },
  }),
  sort: css({
    all: 'unset',
    cursor: 'pointer',
    display: 'inline-flex',
    alignItems: 'center',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}` },
  }),
  remarks: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.25, 1.5) }),
});
