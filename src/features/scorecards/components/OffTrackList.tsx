import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Node, type Scheme, type View } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { againstTarget } from '../../../components/bullet';
import { type CommentaryLookup, type Subject, useCommentary } from '../../../components/commentary/commentary';
import { formatDay, formatPercent, formatValue } from '../../../components/format';
import { StateMark } from '../../../components/StateMark';
import { StatusMark } from '../../../components/StatusMark';
import { t } from '../../../i18n';
import { kpiPlaces, offTrack, type Place } from '../tree';
import { cardStyle, headingStyle, lineStyle, listStyle } from './card';

const SHOWN = 5;

interface Props {
  places: Place[];
  scheme: Scheme;
  /** Where and when the numbers are from. */
  unit: string;
  period: Pick<View['period'], 'id' | 'start'>;
  detailOf: (row: string) => string;
}

/** The KPIs that cost the whole most, each with its owner and recovery plan. */
export function OffTrackList({ places, scheme, unit, period, detailOf }: Props) {
  const lookUp = useCommentary();
  const styles = useStyles2(getStyles);
  const all = offTrack(places, scheme);
  return (
    <section className={styles.card} aria-labelledby="scorecard-off-track">
      <h2 id="scorecard-off-track" className={styles.heading}>
        {t('scorecards.off-track.title', 'Off track')}
      </h2>
      {all.length === 0 && (
        <p>
          {kpiPlaces(places).length === 0
            ? t('scorecards.off-track.no-kpis', 'The scorecard has no KPIs yet: give its objectives some.')
            : t('scorecards.off-track.none', 'No KPI is off track.')}
        </p>
      )}
      <ul className={styles.list}>
        {all.slice(0, SHOWN).map(({ place: { id, node, via, unit: placeUnit } }) => (
          <li key={id} className={styles.line}>
            <span className={styles.row}>
              <StatusMark status={node.status} scheme={scheme} override={node.override} compact />
              <AppLink to={detailOf(id)}>{node.title}</AppLink>
              <StateMark state={node.state} carried={node.carried} closesAt={node.closesAt} />
              <span className={styles.shortfall}>{shortfall(node)}</span>
            </span>
            <span className={styles.owner}>
              {node.owner ?? t('scorecards.no-owner', 'no owner')}
              {via && ` · ${via.title}`}
              {lookUp &&
                ` · ${planText(lookUp, { kpi: node.ref.name, unit: placeUnit ?? unit, period: period.id, start: period.start })}`}
            </span>
          </li>
        ))}
      </ul>
      {all.length > SHOWN && (
        <p className={styles.owner}>
          {t('scorecards.off-track.more', '{{number}} more in Detail', { number: all.length - SHOWN })}
        </p>
      )}
    </section>
  );
}

/** Until when a KPI is to be back on track, by its own period's plan or one that is still running, or that nobody has said so. */
function planText(lookUp: CommentaryLookup, subject: Subject): string {
  const due = lookUp.plan(subject)?.spec.recoveryDate;
  return due
    ? t('scorecards.off-track.plan', 'plan due {{day}}', { day: formatDay(due) })
    : t('scorecards.off-track.no-plan', 'no plan yet');
}

/** How far the value misses its target; value and target themselves where a share says little, as for growth rates. */
function shortfall({ value, target, unitOfMeasure, decimals }: Node): string {
  const format = (number: number | null) => formatValue(number, unitOfMeasure, decimals);
  const share = againstTarget(value, target);
  if (share === undefined) {
    return format(value);
  }
  if (Math.abs(share) > 1) {
    return t('scorecards.off-track.values', '{{value}}, target {{target}}', {
      value: format(value),
      target: format(target),
    });
  }
  const percent = formatPercent(Math.abs(share));
  return share < 0
    ? t('scorecards.off-track.below', '{{percent}} below target', { percent })
    : t('scorecards.off-track.above', '{{percent}} above target', { percent });
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css(cardStyle(theme)),
  heading: css(headingStyle(theme)),
  list: css(listStyle),
  line: css(lineStyle(theme)),
  row: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'baseline' }),
  shortfall: css({ marginLeft: 'auto', whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  owner: css({ color: theme.colors.text.secondary, paddingLeft: theme.spacing(2.5) }),
});
