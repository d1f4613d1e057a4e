import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, Field, Input, Stack, useStyles2 } from '@grafana/ui';
import { type FormEvent, useId, useState } from 'react';
import { useSubmit } from '../../../api/measurement';
import { type Observation } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { type Kpi } from '../model/catalogue';
import { type Cell, type Entry, keyOf, type Outcome, submissionOf, unreadable } from '../model/submission';
import { type Format, formatOf } from '../useFormats';
import { useTitleOf } from '../../../api/titles';
import { outcomeText } from './Origin';

interface Props {
  kpi: Kpi;
  cells: Cell[];
  /** Newest first. */
  periods: string[];
  /** What is recorded already, by cell. */
  known: Map<string, Observation>;
}

const EMPTY: Entry = { value: '', note: '' };

/** Rows to fill in; the outcome of each stands at its row. Empty rows are not sent. */
export function SubmissionForm({ kpi, cells, periods, known }: Props) {
  const styles = useStyles2(tableStyles);
  const id = useId();
  const submit = useSubmit();
  const unitTitle = useTitleOf('OrgUnit');
  const [period, setPeriod] = useState(periods[0]);
  const [entries, setEntries] = useState<Record<string, Entry>>({});
  const [outcomes, setOutcomes] = useState<Record<string, Outcome>>({});
  const format = formatOf(kpi.spec);
  const wrong = unreadable(entries);
  const { keys, body } = submissionOf(kpi.metadata.name, cells, entries);

  const enter = (key: string, change: Partial<Entry>) => {
    setEntries({ ...entries, [key]: { ...EMPTY, ...entries[key], ...change } });
    setOutcomes(({ [key]: _, ...others }) => others);
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    submit.mutate(body, {
      onSuccess: ({ rows }) => {
        const answered = Object.fromEntries(keys.map((key, index) => [key, rows[index]]));
        setOutcomes(answered);
        // What was refused stays to be corrected; the rest is recorded.
        setEntries(Object.fromEntries(Object.entries(entries).filter(([key]) => answered[key]?.outcome === 'refused')));
      },
    });
  };

  return (
    <form onSubmit={send}>
      <Stack direction="column" gap={2}>
        <Field noMargin label={t('kpis.submit.period', 'Period')}>
          <Combobox
            id={id}
            width={30}
            value={period}
            options={periods.map((value) => ({ value, label: formatPeriod(value) }))}
            onChange={({ value }) => setPeriod(value)}
          />
        </Field>
        {submit.error && <ErrorState error={submit.error} title={t('kpis.submit.failed', 'Nothing was recorded')} />}
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('kpis.submit.rows', 'Values to submit')}>
            <thead>
              <tr>
                <th scope="col">{t('kpis.submit.unit', 'Unit')}</th>
                <th scope="col" className={styles.number}>
                  {t('kpis.submit.known', 'Recorded')}
                </th>
                <th scope="col">{t('kpis.submit.value', 'Value')}</th>
                <th scope="col">{t('kpis.submit.note', 'Note')}</th>
                <th scope="col">{t('kpis.submit.outcome', 'Outcome')}</th>
              </tr>
            </thead>
            <tbody>
              {cells
                .filter((cell) => cell.period === period)
                .map((cell) => {
                  const key = keyOf(cell);
                  const { value, note } = entries[key] ?? EMPTY;
                  const title = unitTitle(cell.unit);
                  return (
                    <tr key={key}>
                      <th scope="row">{title}</th>
                      <td className={styles.number}>{knownText(known.get(key), format)}</td>
                      <td>
                        <Input
                          aria-label={t('kpis.submit.value-of', 'Value of {{unit}}', { unit: title })}
                          aria-invalid={wrong.includes(key)}
                          invalid={wrong.includes(key)}
                          inputMode="decimal"
                          width={18}
                          value={value}
                          onChange={({ currentTarget }) => enter(key, { value: currentTarget.value })}
                        />
                      </td>
                      <td>
                        <Input
                          aria-label={t('kpis.submit.note-of', 'Note on {{unit}}', { unit: title })}
                          maxLength={10_000}
                          value={note}
                          onChange={({ currentTarget }) => enter(key, { note: currentTarget.value })}
                        />
                      </td>
                      <td role="status">
                        {wrong.includes(key) ? (
                          t('kpis.submit.not-a-number', 'Enter a number.')
                        ) : (
                          <OutcomeText outcome={outcomes[key]} />
                        )}
                      </td>
                    </tr>
                  );
                })}
            </tbody>
          </table>
        </div>
        <Stack gap={1} alignItems="center">
          <Button type="submit" disabled={keys.length === 0 || wrong.length > 0 || submit.isPending}>
            {submit.isPending ? t('kpis.submit.sending', 'Submitting…') : t('kpis.submit.send', 'Submit')}
          </Button>
          <span role="status">
            {t('kpis.submit.count', '', {
              count: keys.length,
              defaultValue_one: '{{count}} value entered',
              defaultValue_other: '{{count}} values entered',
            })}
          </span>
        </Stack>
      </Stack>
    </form>
  );
}

/** What is recorded already; a value that waits for somebody says so. */
function knownText(observation: Observation | undefined, format: Format): string {
  const value = format(observation?.value ?? null);
  return observation && observation.outcome !== 'pass' ? `${value} (${outcomeText(observation.outcome)})` : value;
}

function OutcomeText({ outcome }: { outcome: Outcome | undefined }) {
  const styles = useStyles2(getStyles);
  if (!outcome) {
    return null;
  }
  const text = outcomeLabel(outcome.outcome);
  return (
    <span className={outcome.outcome === 'refused' ? styles.refused : styles.taken}>
      {outcome.message ? `${text}: ${outcome.message}` : text}
    </span>
  );
}

function outcomeLabel(outcome: Outcome['outcome']): string {
  switch (outcome) {
    case 'accepted':
      return t('kpis.submit.accepted', 'recorded');
    case 'warned':
      return t('kpis.submit.warned', 'recorded with a warning');
    case 'quarantined':
      return t('kpis.submit.quarantined', 'quarantined');
    case 'refused':
      return t('kpis.submit.refused', 'refused');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  refused: css({ color: theme.colors.error.text }),
  taken: css({ color: theme.colors.success.text }),
});
