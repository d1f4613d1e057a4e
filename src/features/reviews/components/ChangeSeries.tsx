import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, ClipboardButton, useStyles2 } from '@grafana/ui';
import { type ReactNode, useState } from 'react';
import { type CadenceChange, type SeriesChange } from '../../../api/intensity';
import { patchResource, useMay, useWrite } from '../../../api/resources';
import { type Resource, type ReviewSeriesSpec } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { formatDay } from '../../../components/format';
import { reviewUrl, seriesUrl } from '../../../components/links';
import { everyPeriod } from '../../../components/period';
import { reasonText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { changedLines, changeReason, meetingTime, recurrencePatch } from '../model/seriesChange';
import { ruleText } from '../series/rule';

type Recurrence = ReviewSeriesSpec['recurrence'];

interface Props {
  change: CadenceChange;
  one: SeriesChange;
}

/** What an accepted cadence does to a series, and the button that does it; the lines of its file where a file manages it. */
export function ChangeSeries({ change, one }: Props) {
  const styles = useStyles2(getStyles);
  const mayWrite = useMay('ReviewSeries', 'write');
  /** The series as it became, and its recurrence before: what can be undone. */
  const [done, setDone] = useState<{ version: number; before: Recurrence }>();
  const write = useWrite(({ version, recurrence }: { version: number; recurrence: Recurrence }) =>
    patchResource('ReviewSeries', one.series, version, recurrencePatch(recurrence), {
      reason: changeReason(change.proposal, change.scorecard),
    })
  );
  const carryOut = (proposed: Recurrence) =>
    write.mutate(
      { version: one.version, recurrence: proposed },
      { onSuccess: ({ metadata }: Resource) => setDone({ version: metadata.version ?? 0, before: one.recurrence }) }
    );
  const title = t('reviews.change.title', 'Series: {{title}}', { title: one.title });

  return (
    <section className={styles.series} aria-label={title}>
      <h4>
        <AppLink to={seriesUrl(one.series)}>{one.title}</AppLink>
      </h4>
      {write.error && (
        <ErrorState error={write.error} title={t('reviews.change.refused', 'The series was not changed')} />
      )}
      {one.carriedOut && <CarriedOut change={change} since={one.carriedOut} />}
      {done && one.carriedOut && (
        <Button
          size="sm"
          variant="secondary"
          icon="history"
          disabled={write.isPending}
          onClick={() =>
            write.mutate({ version: done.version, recurrence: done.before }, { onSuccess: () => setDone(undefined) })
          }
        >
          {t('reviews.change.undo', 'Undo')}
        </Button>
      )}
      {one.reason && <p>{reasonText(one.reason)}</p>}
      {one.proposed && (
        <>
          <RuleTable one={one} proposed={one.proposed} />
          <Dates one={one} />
          <Way one={one} mayWrite={mayWrite} pending={write.isPending} onCarryOut={() => carryOut(one.proposed!)} />
        </>
      )}
    </section>
  );
}

function CarriedOut({ change, since }: { change: CadenceChange; since: NonNullable<SeriesChange['carriedOut']> }) {
  return (
    <p>
      ✓{' '}
      {t('reviews.change.done', 'It meets {{every}} since version {{version}} of {{day}}, by {{by}}.', {
        every: everyPeriod(change.to),
        version: since.version,
        day: formatDay(since.at),
        by: since.by,
      })}
    </p>
  );
}

function RuleTable({ one, proposed }: { one: SeriesChange; proposed: Recurrence }) {
  const styles = useStyles2(tableStyles);
  const rows: Array<[string, Recurrence]> = [
    [t('reviews.change.now', 'Now'), one.recurrence],
    [t('reviews.change.then', 'Then'), proposed],
  ];
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('reviews.change.rules', 'Rule now and then')}>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('reviews.change.often', 'How often')}</th>
            <th scope="col">{t('reviews.change.rule', 'Recurrence rule')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, { rrule }]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{ruleText(rrule)}</td>
              <td>
                <code>{rrule}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The dates of a year that come, go, and stay although the rule no longer has them. */
function Dates({ one }: { one: SeriesChange }) {
  const at = (start: string) => meetingTime(start, one.recurrence.timeZone);
  return (
    <>
      <p>
        {t('reviews.change.unchanged', '', {
          count: one.unchanged,
          defaultValue_one: '{{count}} meeting of the next year stays where it is. What has been stays as it was.',
          defaultValue_other: '{{count}} meetings of the next year stay where they are. What has been stays as it was.',
        })}
      </p>
      {one.added.length > 0 && (
        <DateList
          open={one.added.length <= 12}
          summary={t('reviews.change.added', '', {
            count: one.added.length,
            defaultValue_one: '+ {{count}} meeting is added',
            defaultValue_other: '+ {{count}} meetings are added',
          })}
        >
          {one.added.map(({ start }) => (
            <li key={start}>{at(start)}</li>
          ))}
        </DateList>
      )}
      {one.removed.length > 0 && (
        <DateList
          open={one.removed.length <= 12}
          summary={t('reviews.change.removed', '', {
            count: one.removed.length,
            defaultValue_one: '− {{count}} meeting goes',
            defaultValue_other: '− {{count}} meetings go',
          })}
        >
          {one.removed.map(({ start, review }) => (
            <li key={start}>
              {at(start)}
              {review && ` – ${t('reviews.change.withdrawn', 'the review that the schedule made goes with it')}`}
            </li>
          ))}
        </DateList>
      )}
      {one.kept.length > 0 && (
        <DateList
          open
          summary={t('reviews.change.kept', '', {
            count: one.kept.length,
            defaultValue_one: '! {{count}} review stays although the rule no longer has its day',
            defaultValue_other: '! {{count}} reviews stay although the rule no longer has their days',
          })}
        >
          {one.kept.map(({ start, review, why }) => (
            <li key={review}>
              <AppLink to={reviewUrl(review)}>{at(start)}</AppLink> – {whyKept(why)}
            </li>
          ))}
        </DateList>
      )}
    </>
  );
}

function DateList({ summary, open, children }: { summary: string; open: boolean; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <ul className={styles.dates}>{children}</ul>
    </details>
  );
}

function whyKept(why: SeriesChange['kept'][number]['why']): string {
  switch (why) {
    case 'held':
      return t('reviews.change.kept-held', 'it was held');
    case 'opened':
      return t('reviews.change.kept-opened', 'it is under way');
    case 'frozen':
      return t('reviews.change.kept-frozen', 'its report is frozen');
    case 'cancelled':
      return t('reviews.change.kept-cancelled', 'somebody cancelled it');
    case 'moved':
      return t('reviews.change.kept-moved', 'somebody moved it there');
    case 'prepared':
      return t('reviews.change.kept-prepared', 'somebody made it or prepared it');
  }
}

/** How the change comes about: by a button, in a file, or by somebody who may. */
function Way({
  one,
  mayWrite,
  pending,
  onCarryOut,
}: {
  one: SeriesChange;
  mayWrite: boolean;
  pending: boolean;
  onCarryOut: () => void;
}) {
  const styles = useStyles2(getStyles);
  if (one.file) {
    const lines = changedLines(one);
    return (
      <Alert
        severity="info"
        title={t('reviews.change.file', 'The file {{file}} manages this series', { file: one.file })}
      >
        <p>{t('reviews.change.file-text', 'Change these lines of {{series}} there:', { series: one.series })}</p>
        <pre className={styles.lines}>{lines}</pre>
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={() => lines}>
          {t('reviews.change.copy', 'Copy the lines')}
        </ClipboardButton>
      </Alert>
    );
  }
  if (!mayWrite) {
    return <p>{t('reviews.change.editor', 'An editor can change the series.')}</p>;
  }
  return (
    <Button size="sm" disabled={pending} onClick={onCarryOut}>
      {t('reviews.change.do', 'Change the series')}
    </Button>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  series: css({
    margin: theme.spacing(2, 0),
    h4: { ...theme.typography.h6 },
    summary: { cursor: 'pointer' },
    'table, p, details': { marginBottom: theme.spacing(1) },
  }),
  dates: css({ columns: '18em', margin: theme.spacing(0.5, 0, 0), paddingLeft: theme.spacing(3) }),
  lines: css({ margin: theme.spacing(1, 0) }),
});
