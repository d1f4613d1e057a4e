import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { type Occurrence } from '../../../api/cadence';
import { useResources } from '../../../api/resources';
import { AppLink, AppLinkButton } from '../../../components/AppLink';
import { ABSENT, formatInstant } from '../../../components/format';
import { charterUrl, facilitateUrl, reviewUrl, scorecardUrl, seriesUrl } from '../../../components/links';
import { formatPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { OccurrenceActions } from './OccurrenceActions';
import { StateShape } from './StateShape';
import { keyOf } from './urlState';
import { stateLabel } from './words';

interface Props {
  occurrence: Occurrence;
  /** Time zone of the series, in which reviews are named by their day. */
  timeZone: string;
  mayWrite: boolean;
  onClose: () => void;
}

/** Details of an occurrence beside the year, and what can be done about it. */
export function OccurrencePanel({ occurrence, timeZone, mayWrite, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  const key = keyOf(occurrence);
  const scorecards = useResources('Scorecard');
  const titleOf = (name: string) => scorecards.data?.find(({ metadata }) => metadata.name === name)?.spec.title ?? name;
  useEffect(() => {
    heading.current?.focus();
  }, [key]);
  const { review, state, conflicts } = occurrence;
  const upcoming = review !== null && state !== 'cancelled' && state !== 'held';

  return (
    <section className={styles.panel} aria-labelledby="occurrence-title">
      <div className={styles.head}>
        <h2 id="occurrence-title" ref={heading} tabIndex={-1} className={styles.title}>
          {occurrence.title}
        </h2>
        <IconButton name="times" size="lg" tooltip={t('reviews.panel.close', 'Close')} onClick={onClose} />
      </div>
      <p>
        <StateShape state={state} /> {stateLabel(state)} · {formatInstant(occurrence.start)}
        {occurrence.start !== occurrence.planned && (
          <> ({t('reviews.panel.moved', 'moved from {{planned}}', { planned: formatInstant(occurrence.planned) })})</>
        )}
      </p>
      <dl className={styles.facts}>
        <dt>{t('reviews.column.series', 'Series')}</dt>
        <dd>
          <AppLink to={seriesUrl(occurrence.series)}>{occurrence.seriesTitle}</AppLink>
        </dd>
        <dt>{t('reviews.column.committee', 'Committee')}</dt>
        <dd>
          {occurrence.charter && occurrence.committee ? (
            <AppLink to={charterUrl(occurrence.charter)}>{occurrence.committeeTitle}</AppLink>
          ) : (
            ABSENT
          )}
        </dd>
        <dt>{t('reviews.panel.scorecards', 'Scorecards')}</dt>
        <dd>
          {occurrence.scorecards.map((name) => (
            <div key={name}>
              <AppLink to={scorecardUrl(name, { period: occurrence.period ?? undefined })}>{titleOf(name)}</AppLink>
            </div>
          ))}
        </dd>
        <dt>{t('reviews.column.period', 'Period')}</dt>
        <dd>{occurrence.period ? formatPeriod(occurrence.period) : ABSENT}</dd>
        <dt>{t('reviews.column.close', 'Data close')}</dt>
        <dd>{occurrence.dataClose ? formatInstant(occurrence.dataClose) : ABSENT}</dd>
      </dl>
      {conflicts.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('reviews.column.conflicts', 'Conflicts')}</h3>
          <ul className={styles.list}>
            {conflicts.map((conflict) => (
              <li key={conflict.code + conflict.message}>{reasonText(conflict)}</li>
            ))}
          </ul>
        </>
      )}
      <div className={styles.actions}>
        {review !== null && (
          <AppLinkButton to={reviewUrl(review)} variant="secondary" size="sm" icon="file-alt">
            {t('reviews.panel.open', 'Open the review')}
          </AppLinkButton>
        )}
        {upcoming && mayWrite && (
          <AppLinkButton to={facilitateUrl(review)} size="sm" icon="play">
            {t('reviews.panel.meet', 'Open the meeting')}
          </AppLinkButton>
        )}
      </div>
      {mayWrite && state !== 'held' && state !== 'open' && (
        <OccurrenceActions key={key} occurrence={occurrence} timeZone={timeZone} />
      )}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ padding: theme.spacing(2), border: `1px solid ${theme.colors.border.weak}` }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, margin: 0, '&:focus': { outline: 'none' } }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  heading: css({ ...theme.typography.h5, margin: theme.spacing(2, 0, 1) }),
  list: css({ margin: theme.spacing(0, 0, 1, 2) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), margin: theme.spacing(2, 0) }),
});
