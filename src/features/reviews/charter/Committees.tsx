import { useStyles2 } from '@grafana/ui';
import { type GovernanceCharterSpec } from '../../../api/types';
import { ABSENT } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';

/** Who is in which committee, who stands in, and what each decides. */
export function Committees({ committees }: { committees: GovernanceCharterSpec['committees'] }) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.charter.committees', 'Committees')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.column.committee', 'Committee')}</th>
            <th scope="col">{t('reviews.charter.chair', 'Chair')}</th>
            <th scope="col">{t('reviews.charter.members', 'Members')}</th>
            <th scope="col">{t('reviews.charter.delegates', 'Delegates')}</th>
            <th scope="col" className={styles.number}>
              {t('reviews.charter.quorum', 'Quorum')}
            </th>
            <th scope="col">{t('reviews.charter.decides', 'Decides')}</th>
          </tr>
        </thead>
        <tbody>
          {committees.map(({ name, title, chair, members, delegates, quorum, decides, dissolved }) => (
            <tr key={name}>
              <th scope="row">
                {title}
                {dissolved && (
                  <div className={styles.muted}>
                    {t('reviews.charter.dissolved', 'dissolved since {{day}}', { day: formatPeriod(dissolved) })}
                  </div>
                )}
              </th>
              <td>{chair ?? ABSENT}</td>
              <td>{members?.join(', ') || ABSENT}</td>
              <td>
                {Object.entries(delegates ?? {})
                  .map(([member, delegate]) =>
                    t('reviews.charter.delegate', '{{delegate}} for {{member}}', { delegate, member })
                  )
                  .join(', ') || ABSENT}
              </td>
              <td className={styles.number}>{quorum ?? ABSENT}</td>
              <td>{decides?.join(', ') || ABSENT}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
