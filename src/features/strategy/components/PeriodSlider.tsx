import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { formatPeriod, formatPeriodShort } from '../../../components/period';
import { t } from '../../../i18n';

interface Props {
  /** Period ids, oldest first. */
  periods: string[];
  period: string;
  /** The shown period's scores are still under way; playing waits for them. */
  busy: boolean;
  onChange: (period: string) => void;
}

/** How long a period stays on screen while playing. */
const STEP_MS = 1_200;

/** Walks through periods by hand or by itself, from the oldest to the newest. */
export function PeriodSlider({ periods, period, busy, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [playing, setPlaying] = useState(false);
  const index = periods.indexOf(period);
  const last = periods.length - 1;

  useEffect(() => {
    if (!playing || busy || index >= last) {
      return;
    }
    const timer = setTimeout(() => {
      setPlaying(index + 1 < last);
      onChange(periods[index + 1]);
    }, STEP_MS);
    return () => clearTimeout(timer);
  }, [playing, busy, index, last, periods, onChange]);

  if (periods.length < 2) {
    return null;
  }
  const play = () => {
    if (index === last) {
      onChange(periods[0]);
    }
    setPlaying(true);
  };
  const show = (wanted: string) => {
    setPlaying(false);
    onChange(wanted);
  };
  return (
    <div className={styles.row} role="group" aria-label={t('strategy.slider.label', 'Through time')}>
      <Button
        variant="secondary"
        size="sm"
        icon={playing ? 'pause' : 'play'}
        onClick={() => (playing ? setPlaying(false) : play())}
      >
        {playing ? t('strategy.slider.pause', 'Pause') : t('strategy.slider.play', 'Play')}
      </Button>
      <IconButton
        name="angle-left"
        size="lg"
        tooltip={t('strategy.slider.previous', 'Previous period')}
        disabled={index <= 0}
        onClick={() => show(periods[index - 1])}
      />
      <span className={styles.edge}>{formatPeriodShort(periods[0])}</span>
      {/* Grafana's own slider can't say in words where it stands. */}
      <input
        type="range"
        className={styles.slider}
        min={0}
        max={last}
        value={Math.max(0, index)}
        aria-label={t('strategy.slider.period', 'Period')}
        aria-valuetext={formatPeriod(period)}
        onChange={({ currentTarget }) => show(periods[Number(currentTarget.value)])}
      />
      <span className={styles.edge}>{formatPeriodShort(periods[last])}</span>
      <IconButton
        name="angle-right"
        size="lg"
        tooltip={t('strategy.slider.next', 'Next period')}
        disabled={index < 0 || index >= last}
        onClick={() => show(periods[index + 1])}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  slider: css({ width: 260, accentColor: theme.colors.primary.main }),
  edge: css({ fontSize: theme.typography.size.sm, color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
});
