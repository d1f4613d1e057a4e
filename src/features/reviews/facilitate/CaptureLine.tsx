import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { forwardRef, type KeyboardEvent, useMemo, useState } from 'react';
import { type NewEvent } from './useOutbox';
import { useResources } from '../../../api/resources';
import { formatDay } from '../../../components/format';
import { t } from '../../../i18n';
import { type Captured, captureKeys, type CaptureType, localDay, parseCapture } from './capture';

interface Props {
  type: CaptureType;
  onType: (type: CaptureType) => void;
  onLog: (event: NewEvent) => void;
  /** A decision is to be written down with its details. */
  onDetails: (captured: Captured) => void;
  /** Goes on with the details of a decision that were left; undefined when there are none. */
  onBack?: () => void;
}

/** One line for whatever is said: a key chooses what it is, Enter keeps it, and what was understood is read back. */
export const CaptureLine = forwardRef<HTMLInputElement, Props>(function CaptureLine(
  { type, onType, onLog, onDetails, onBack },
  ref
) {
  const styles = useStyles2(getStyles);
  const [line, setLine] = useState('');
  const { data: kpis } = useResources('Kpi');
  const names = useMemo(() => new Set(kpis?.map(({ metadata }) => metadata.name)), [kpis]);
  const today = localDay(new Date());
  const captured = parseCapture(line, today, names);
  const over = type === 'decision' && captured.due !== undefined && captured.due < today;

  const keep = () => {
    if (captured.text && !over) {
      const { due, ...rest } = captured;
      onLog({ type, ...rest, ...(due && (type === 'decision' ? { revisitOn: due } : { due })) });
      setLine('');
    }
  };
  const detail = () => {
    onDetails(captured);
    setLine('');
  };
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        onType('decision');
        detail();
      } else {
        keep();
      }
    } else if (event.key === 'Escape') {
      event.currentTarget.blur();
    }
  };

  return (
    <div className={styles.frame}>
      <div className={styles.line}>
        <RadioButtonGroup
          size="sm"
          className={styles.types}
          value={type}
          onChange={onType}
          options={captureOptions()}
          aria-label={t('reviews.facilitate.what', 'What the line is')}
        />
        {type === 'decision' && (
          <Button size="sm" variant="secondary" onClick={detail}>
            {t('reviews.facilitate.details', 'Details')}
          </Button>
        )}
        {onBack && (
          <Button size="sm" variant="secondary" onClick={onBack}>
            {t('reviews.facilitate.back', 'Back to the decision')}
          </Button>
        )}
      </div>
      <Input
        ref={ref}
        value={line}
        maxLength={2000}
        aria-label={t('reviews.facilitate.line', 'Write down')}
        invalid={over}
        placeholder={placeholder(type)}
        onChange={({ currentTarget }) => setLine(currentTarget.value)}
        onKeyDown={press}
      />
      <div className={styles.understood} aria-live="polite">
        {over
          ? t('reviews.capture.over', '{{day}} is over: name a later day.', { day: formatDay(captured.due ?? '') })
          : understood(type, captured, line)}
      </div>
    </div>
  );
});

const captureOptions = () => {
  const labels: Record<CaptureType, string> = {
    decision: t('reviews.capture.decision', 'Decision'),
    action: t('reviews.capture.action', 'Action'),
    park: t('reviews.capture.park', 'Parking lot'),
    note: t('reviews.capture.note', 'Note'),
  };
  return Object.entries(captureKeys).map(([key, value]) => ({ value, label: `${labels[value]} (${key})` }));
};

function placeholder(type: CaptureType): string {
  switch (type) {
    case 'decision':
      return t('reviews.capture.decision-text', 'What was decided @owner !revisit on');
    case 'action':
      return t('reviews.capture.action-text', 'Who does what by when: call the carrier @coo !fri');
    case 'park':
      return t('reviews.capture.park-text', 'What to come back to #kpi');
    case 'note':
      return t('reviews.capture.note-text', 'What was said');
  }
}

/** What was read from the line's marks, so that nobody has to guess. */
function understood(type: CaptureType, { owner, due, kpi }: Captured, line: string): string {
  if (!line.trim()) {
    return '';
  }
  const parts = [
    owner && t('reviews.capture.owner', 'owner {{owner}}', { owner }),
    due && dayText(type, formatDay(due)),
    kpi && t('reviews.capture.kpi', 'about {{kpi}}', { kpi }),
  ].filter(Boolean);
  if (!owner && (type === 'action' || type === 'decision')) {
    parts.push(t('reviews.capture.no-owner', 'no owner yet: @name'));
  }
  return parts.join(' · ');
}

const dayText = (type: CaptureType, day: string) =>
  type === 'decision'
    ? t('reviews.capture.revisit', 'to look at again on {{day}}', { day })
    : t('reviews.capture.due', 'due {{day}}', { day });

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.colors.background.primary,
    padding: theme.spacing(0.5),
  }),
  line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), paddingBottom: theme.spacing(0.5) }),
  types: css({ flexWrap: 'wrap' }),
  understood: css({ minHeight: 20, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
