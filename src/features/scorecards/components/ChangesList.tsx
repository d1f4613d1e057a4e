import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type Scheme } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { type Place, restatedCount, statusChanges } from '../tree';
import { cardStyle, headingStyle, lineStyle, listStyle } from './card';

const SHOWN = 5;

interface Props {
  places: Place[];
  scheme: Scheme;
  detailOf: (row: string) => string;
  restatedUrl: string;
}

/** KPIs whose status isn't what it was in the period that the page compares with, and how many values were restated. */
export function ChangesList({ places, scheme, detailOf, restatedUrl }: Props) {
  const styles = useStyles2(getStyles);
  const changes = statusChanges(places, scheme);
  const restated = restatedCount(places);
  return (
    <section className={styles.card} aria-labelledby="scorecard-changes">
      <h2 id="scorecard-changes" className={styles.heading}>
        {t('scorecards.changes.title', 'What changed')}
      </h2>
      {changes.length === 0 && <p>{t('scorecards.changes.none', 'No KPI changed its status.')}</p>}
      <ul className={styles.list}>
        {changes.slice(0, SHOWN).map(({ place: { id, node, via }, from, to }) => (
          <li key={id} className={styles.line}>
            <span>
              <AppLink to={detailOf(id)}>{node.title}</AppLink>
              {via && ` · ${via.title}`}
            </span>
            <span className={styles.change}>
              <StatusMark status={from} scheme={scheme} /> <span aria-hidden>→</span>
              <StatusMark status={to} scheme={scheme} reason={node.reason} />
            </span>
          </li>
        ))}
      </ul>
      {changes.length > SHOWN && (
        <p className={styles.more}>
          {t('scorecards.changes.more', '{{number}} more in Detail', { number: changes.length - SHOWN })}
        </p>
      )}
      {restated > 0 && (
        <p className={styles.more}>
          <Icon name="history" aria-hidden />{' '}
          <AppLink to={restatedUrl}>
            {t('scorecards.changes.restated', '', {
              count: restated,
              defaultValue_one: '{{count}} value restated',
              defaultValue_other: '{{count}} values restated',
            })}
          </AppLink>
        </p>
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css(cardStyle(theme)),
  heading: css(headingStyle(theme)),
  list: css(listStyle),
  line: css(lineStyle(theme), { display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 2) }),
  change: css({ display: 'inline-flex', gap: theme.spacing(1), marginLeft: 'auto' }),
  more: css({ color: theme.colors.text.secondary, margin: theme.spacing(1, 0, 0) }),
});
