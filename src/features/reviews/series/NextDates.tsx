import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useWatch } from 'react-hook-form';
import { useSeriesPreview } from '../../../api/cadence';
import { type ReviewSeriesSpec } from '../../../api/types';
import { prune } from '../../../components/editor/document';
import { dateFormat, knownZone } from '../../../components/format';
import { problemText } from '../../../components/reasonText';
import { useDebounced } from '../../../components/useDebounced';
import { ReviewSeries } from '../../../contract';
import { t } from '../../../i18n';
import { conflictLabel } from '../year/words';

const PAUSE_MS = 400;

/** The next dates of the series as it is in the form, in words, with what gets in their way. `name`: the series that it changes. */
export function NextDates({ name }: { name: string | undefined }) {
  const styles = useStyles2(getStyles);
  const typed = JSON.stringify(useWatch({ name: 'spec' }));
  const settled = useDebounced(typed, PAUSE_MS);
  const series = useMemo(() => readSeries(settled), [settled]);
  const { data, error } = useSeriesPreview(series, name);
  const zone = series?.recurrence.timeZone;
  return (
    <section aria-label={t('reviews.next.title', 'Next dates')} aria-live="polite" className={styles}>
      <h4>{t('reviews.next.title', 'Next dates')}</h4>
      {!series && (
        <p>{t('reviews.next.incomplete', 'They show once tier, scorecards, rule, start and time zone are there.')}</p>
      )}
      {series && error && <p role="alert">{error.errors[0] ? problemText(error.errors[0]) : error.message}</p>}
      {series && !error && data && (
        <ol>
          {data.items.map(({ start, conflicts }) => (
            <li key={start}>
              {inZone(start, zone)}
              {conflicts.length > 0 && <em> – {conflicts.map(({ code }) => conflictLabel(code)).join(', ')}</em>}
            </li>
          ))}
        </ol>
      )}
      {series && !error && data?.items.length === 0 && <p>{t('reviews.next.none', 'It doesn’t meet any more.')}</p>}
    </section>
  );
}

/** The series that a form holds, a title aside; undefined while it lacks what dates are computed from. */
function readSeries(spec: string | undefined): ReviewSeriesSpec | undefined {
  if (!spec) {
    return undefined;
  }
  const written = prune(JSON.parse(spec)) as Record<string, unknown> | undefined;
  const parsed = ReviewSeries.spec.safeParse({ title: '–', ...written });
  return parsed.success ? parsed.data : undefined;
}

/** An instant as date and time of day in the zone of the meetings. */
function inZone(instant: string, timeZone: string | undefined): string {
  return dateFormat({ dateStyle: 'full', timeStyle: 'short', timeZone: knownZone(timeZone) }).format(new Date(instant));
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    padding: theme.spacing(1, 2),
    background: theme.colors.background.secondary,
    ol: { marginLeft: theme.spacing(2) },
  });
