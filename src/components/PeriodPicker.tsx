import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, IconButton, useStyles2 } from '@grafana/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { periodQuery } from '../api/measurement';
import { type Frequency, type Period } from '../api/types';
import { frequencies } from '../contract';
import { t } from '../i18n';
import { Labelled } from './Labelled';
import { anchorInstant, formatPeriod, frequencyLabel, frequencyOf, neighbourInstant } from './period';
import { useChoice } from './useChoice';

interface Props {
  period: Period;
  /** Name of the calendar that the periods belong to. */
  calendar: string;
  /** The present as the page sees it. */
  now: string;
  onChange: (period: string) => void;
}

/** The shown period, its neighbours, and the same time at another frequency. Where periods lie is the server's to say. */
export function PeriodPicker({ period, calendar, now, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const client = useQueryClient();
  const [failed, setFailed] = useState(false);
  const frequency = frequencyOf(period.id) ?? 'month';

  const show = async (at: string, wanted: Frequency) => {
    try {
      const found = await client.fetchQuery(periodQuery({ at, frequency: wanted, calendar }));
      setFailed(false);
      onChange(found.id);
    } catch {
      setFailed(true);
    }
  };
  const chooseFrequency = useChoice(frequency, (wanted) => show(anchorInstant(period, now), wanted));

  return (
    <div role="group" aria-label={t('components.period-picker.label', 'Period')} className={styles.group}>
      <IconButton
        name="angle-left"
        size="lg"
        tooltip={t('components.period-picker.previous', 'Previous period')}
        onClick={() => show(neighbourInstant(period, 'previous'), frequency)}
      />
      <strong aria-live="polite" className={styles.label}>
        {formatPeriod(period.id)}
      </strong>
      <IconButton
        name="angle-right"
        size="lg"
        tooltip={t('components.period-picker.next', 'Next period')}
        onClick={() => show(neighbourInstant(period, 'next'), frequency)}
      />
      <Labelled label={t('components.period-picker.frequency', 'Frequency')}>
        {(id) => (
          <Combobox<Frequency>
            aria-labelledby={id}
            width={14}
            value={frequency}
            options={frequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
            onChange={chooseFrequency}
          />
        )}
      </Labelled>
      {failed && (
        <span role="alert" className={styles.failed}>
          {t('components.period-picker.failed', 'The period could not be found.')}
        </span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  group: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  label: css({ minWidth: '6.5em', textAlign: 'center', whiteSpace: 'nowrap' }),
  failed: css({ color: theme.colors.error.text }),
});
