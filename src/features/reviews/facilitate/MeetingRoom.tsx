import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import { useLayoutEffect, useRef, useState } from 'react';
import { type ChallengePrompt, type ItemClass } from '../../../api/meetings';
import { useMayNot } from '../../../api/resources';
import { useShortcuts } from '../../../components/useShortcuts';
import { t } from '../../../i18n';
import { AgendaPane } from './AgendaPane';
import { AttendancePane } from './AttendancePane';
import { CaptureLine } from './CaptureLine';
import { captureKeys, type CaptureType } from './capture';
import { nextItem } from './clock';
import { type DecisionDraft, draftOf, draftOfEvent } from './decision';
import { DecisionPanel } from './DecisionPanel';
import { Entries } from './Entries';
import { MeetingBar } from './MeetingBar';
import { PromptsPane } from './PromptsPane';
import { PulsePanel } from './PulsePanel';
import { type Meeting } from './useMeeting';

/** A decision that is written down with its details. */
interface Details {
  /** Another one for every time the panel opens. */
  key: number;
  draft: DecisionDraft;
  /** Id of the event that the server refused and that this is to replace. */
  refused?: string;
}

interface Props {
  meeting: Meeting;
  prompts: ChallengePrompt[];
}

/** The meeting on one screen: agenda with its clock, what is captured, and who is there with what to ask. */
export function MeetingRoom({ meeting, prompts }: Props) {
  const styles = useStyles2(getStyles);
  const { clock, outbox, review } = meeting;
  const cancelled = review.spec.cancelled;
  const watching = useMayNot('Review', 'write');
  const [type, setType] = useState<CaptureType>('note');
  const [aside, setAside] = useState(false);
  const [details, setDetails] = useState<Details>();
  const [left, setLeft] = useState<Details[]>([]);
  const line = useRef<HTMLInputElement>(null);
  const { ref, height } = useRoom();

  const open = clock.opened !== undefined && clock.closed === undefined;
  const controls = {
    start: () => {
      outbox.log({ type: 'open' });
      const first = clock.last?.item ?? nextItem(clock);
      if (first) {
        outbox.log({ type: 'item', item: first });
      }
    },
    begin: (item: string) => outbox.log({ type: 'item', item }),
    next: () => {
      const item = nextItem(clock);
      if (open && item) {
        outbox.log({ type: 'item', item });
      }
    },
    pause: () => {
      if (open && clock.running) {
        outbox.log({ type: 'pause' });
      } else if (open && clock.last) {
        outbox.log({ type: 'item', ...clock.last });
      }
    },
    goAside: (offAgenda: string) => outbox.log({ type: 'item', offAgenda }),
    reclass: (itemClass: ItemClass) => {
      if (clock.running && clock.last) {
        outbox.log({ type: 'item', ...clock.last, class: itemClass });
      }
    },
    close: () => outbox.log({ type: 'close' }),
  };
  const write = (what: CaptureType) => () => {
    setType(what);
    line.current?.focus();
  };
  const writeDetails = (draft: DecisionDraft, refused?: string) =>
    setDetails((before) => ({ key: (before?.key ?? 0) + 1, draft, refused }));
  const goBack = () => {
    const last = left.at(-1);
    setLeft(left.slice(0, -1));
    if (last) {
      writeDetails(last.draft, last.refused);
    }
  };
  useShortcuts(
    watching
      ? {}
      : {
          ...Object.fromEntries(Object.entries(captureKeys).map(([key, what]) => [key, write(what)])),
          x: controls.next,
          b: controls.pause,
          o: () => setAside(open),
        }
  );

  return (
    <fieldset className={styles.room} ref={ref} style={{ height }} disabled={watching}>
      {watching && (
        <Alert
          severity="info"
          title={t('reviews.facilitate.watching', 'You may follow the meeting, but not take notes')}
        >
          {t('reviews.facilitate.watching-text', 'Ask an administrator for the role of an editor.')}
        </Alert>
      )}
      {cancelled && (
        <Alert severity="warning" title={t('reviews.facilitate.cancelled', 'This meeting was cancelled')}>
          {cancelled}
        </Alert>
      )}
      <MeetingBar meeting={meeting} controls={controls} aside={aside} onAside={setAside} />
      <div className={styles.panes}>
        <AgendaPane
          meeting={meeting}
          onBegin={controls.begin}
          onClass={controls.reclass}
          onCorrect={(event) => writeDetails(draftOfEvent(event), event.id)}
        />
        <section className={styles.capture} aria-label={t('reviews.facilitate.captured', 'Captured')}>
          <CaptureLine
            ref={line}
            type={type}
            onType={setType}
            onLog={outbox.log}
            onDetails={(captured) => writeDetails(draftOf(captured))}
            onBack={!details && left.length > 0 ? goBack : undefined}
          />
          <Entries meeting={meeting} />
        </section>
        <div className={styles.side}>
          {details && (
            <DecisionPanel
              key={details.key}
              initial={details.draft}
              onKeep={(decision) => {
                outbox.log(decision);
                if (details.refused) {
                  outbox.discard(details.refused);
                }
              }}
              onLeave={(draft) => setLeft((others) => [...others, { ...details, draft }])}
              onClose={() => {
                setDetails(undefined);
                line.current?.focus();
              }}
            />
          )}
          {!details && clock.closed !== undefined && <PulsePanel meeting={meeting} />}
          {!details && (
            <>
              <AttendancePane meeting={meeting} />
              <PromptsPane prompts={prompts} events={meeting.events} onLog={outbox.log} />
            </>
          )}
        </div>
      </div>
    </fieldset>
  );
}

const LEAST_HEIGHT = 420;

/** The height that is left below an element's top, so that its panes scroll and the page doesn't. */
function useRoom() {
  const ref = useRef<HTMLFieldSetElement>(null);
  const [height, setHeight] = useState<number>();
  useLayoutEffect(() => {
    const measure = () => {
      if (ref.current) {
        const top = ref.current.getBoundingClientRect().top + window.scrollY;
        setHeight(Math.max(LEAST_HEIGHT, window.innerHeight - top - paddingBelow(ref.current)));
      }
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return { ref, height };
}

/** What the pages around an element keep free below it, in pixels; Grafana and its versions differ. */
function paddingBelow({ parentElement }: Element): number {
  return parentElement
    ? (parseFloat(getComputedStyle(parentElement).paddingBottom) || 0) + paddingBelow(parentElement)
    : 0;
}

const getStyles = (theme: GrafanaTheme2) => ({
  room: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    minWidth: 0,
    minHeight: 0,
    margin: 0,
    padding: 0,
    border: 0,
  }),
  panes: css({
    flex: 1,
    minHeight: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 4fr) minmax(0, 4fr) minmax(0, 3fr)',
    gap: theme.spacing(2),
    '& > *': { minHeight: 0, overflowY: 'auto' },
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
  capture: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  side: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2) }),
});
