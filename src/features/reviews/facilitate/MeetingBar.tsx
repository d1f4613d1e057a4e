import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, Button, Icon, Input, Stack, useStyles2 } from '@grafana/ui';
import { type FormEvent, useState } from 'react';
import { AppLinkButton } from '../../../components/AppLink';
import { KeysHelp } from '../../../components/KeysHelp';
import { reviewUrl } from '../../../components/links';
import { t } from '../../../i18n';
import { formatClock, nextItem } from './clock';
import { type Meeting } from './useMeeting';

export interface Controls {
  start: () => void;
  next: () => void;
  /** Pauses, or goes on with what ran before the pause. */
  pause: () => void;
  goAside: (title: string) => void;
  close: () => void;
}

interface Props {
  meeting: Meeting;
  controls: Controls;
  /** The title of a block off the agenda is being written. */
  aside: boolean;
  onAside: (writing: boolean) => void;
}

/** Where the meeting stands, and what moves it on. */
export function MeetingBar({ meeting, controls, aside, onAside }: Props) {
  const styles = useStyles2(getStyles);
  const { clock, review } = meeting;
  const open = clock.opened !== undefined && clock.closed === undefined;
  const planned = meeting.agenda.reduce((sum, { minutes }) => sum + minutes, 0);
  return (
    <Stack alignItems="center" gap={1} wrap="wrap">
      {!open && (
        <Button icon="play" onClick={controls.start} disabled={review.spec.cancelled !== undefined}>
          {clock.closed === undefined
            ? t('reviews.facilitate.start', 'Start the meeting')
            : t('reviews.facilitate.reopen', 'Open again')}
        </Button>
      )}
      {open && (
        <>
          <Button
            icon="step-backward"
            onClick={controls.next}
            disabled={nextItem(clock) === undefined}
            className={styles.next}
          >
            {t('reviews.facilitate.next', 'Next item')}
          </Button>
          <Button
            icon={clock.running ? 'pause' : 'play'}
            variant="secondary"
            onClick={controls.pause}
            disabled={!clock.running && !clock.last}
          >
            {clock.running ? t('reviews.facilitate.pause', 'Pause') : t('reviews.facilitate.go-on', 'Go on')}
          </Button>
          <Button variant="secondary" onClick={() => onAside(true)}>
            {t('reviews.facilitate.off-agenda', 'Off the agenda')}
          </Button>
          <Button variant="secondary" icon="square-shape" onClick={controls.close}>
            {t('reviews.facilitate.close', 'Close the meeting')}
          </Button>
        </>
      )}
      {aside && open && <AsideForm onGo={controls.goAside} onDone={() => onAside(false)} />}
      <span className={styles.clock} role="timer" aria-label={t('reviews.facilitate.elapsed', 'Time spent')}>
        {formatClock(clock.elapsed)} / {planned}:00
      </span>
      <span>{stateText(meeting)}</span>
      <div className={styles.end}>
        <OutboxMark meeting={meeting} />
        <AppLinkButton to={reviewUrl(review.metadata.name)} variant="secondary" size="sm" icon="file-alt">
          {t('reviews.facilitate.preread', 'Pre-read')}
        </AppLinkButton>
        <KeysHelp keys={keyList()} />
      </div>
    </Stack>
  );
}

function stateText({ clock }: Meeting): string {
  if (clock.closed !== undefined) {
    return t('reviews.facilitate.state.closed', 'Closed');
  }
  if (clock.opened === undefined) {
    return t('reviews.facilitate.state.planned', 'Not opened yet');
  }
  return clock.running
    ? t('reviews.facilitate.state.running', 'Under way')
    : t('reviews.facilitate.state.paused', 'Paused');
}

function AsideForm({ onGo, onDone }: { onGo: (title: string) => void; onDone: () => void }) {
  const [title, setTitle] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) {
      onGo(title.trim());
      onDone();
    }
  };
  return (
    <form onSubmit={submit}>
      <Input
        autoFocus
        width={30}
        value={title}
        maxLength={500}
        aria-label={t('reviews.facilitate.off-agenda-title', 'What is talked about')}
        placeholder={t('reviews.facilitate.off-agenda-title', 'What is talked about')}
        onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && onDone()}
        onBlur={() => !title && onDone()}
      />
    </form>
  );
}

/** How much of what happened here the server doesn't have yet. */
function OutboxMark({ meeting: { outbox } }: { meeting: Meeting }) {
  const { waiting, error } = outbox;
  return (
    <span role="status" aria-live="polite">
      {waiting.length > 0 && (
        <Badge
          color="orange"
          icon="cloud-upload"
          tooltip={error?.message}
          text={t('reviews.facilitate.waiting', '{{count}} not sent yet', { count: waiting.length })}
        />
      )}
      {waiting.length === 0 && (
        <>
          <Icon name="check" /> {t('reviews.facilitate.saved', 'All saved')}
        </>
      )}
    </span>
  );
}

const keyList = (): Array<[string, string]> => [
  ['d', t('reviews.facilitate.key.decision', 'Write a decision')],
  ['a', t('reviews.facilitate.key.action', 'Write an action: @owner, !due date, #kpi')],
  ['p', t('reviews.facilitate.key.park', 'Park something for later')],
  ['n', t('reviews.facilitate.key.note', 'Write a note')],
  ['Enter', t('reviews.facilitate.key.enter', 'Keep the line')],
  ['Ctrl + Enter', t('reviews.facilitate.key.details', 'Add the details of a decision')],
  ['Esc', t('reviews.facilitate.key.escape', 'Leave the line')],
  ['x', t('reviews.facilitate.key.next', 'Next item')],
  ['b', t('reviews.facilitate.key.pause', 'Break, or go on')],
  ['o', t('reviews.facilitate.key.aside', 'Something off the agenda')],
];

const getStyles = (theme: GrafanaTheme2) => ({
  next: css({ '& svg': { transform: 'scaleX(-1)' } }),
  clock: css({ ...theme.typography.h4, margin: 0, fontVariantNumeric: 'tabular-nums' }),
  end: css({ marginLeft: 'auto', display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
});
