import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, Stack, useStyles2 } from '@grafana/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { useResource, useTitles } from '../../../api/resources';
import { type ActionSpec, type DecisionSpec, type Ref, type RegisterRow } from '../../../api/types';
import { AppLink, AppLinkButton } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { EffectMark, EntryStateMark, UrgencyMark } from '../../../components/followup/marks';
import { dueText, entryUrl, gapLabel, pageOf, personText } from '../../../components/followup/words';
import { ABSENT, formatDay, formatInstant } from '../../../components/format';
import { kindWord } from '../../../components/kindWord';
import { appUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { reasonText } from '../../../components/reasonText';
import { pluralOf } from '../../../contract';
import { t } from '../../../i18n';
import { EffectCheckView } from './EffectCheckView';

interface Props {
  reference: Ref & { kind: 'Action' | 'Decision' };
  mayWrite: boolean;
  onChange: () => void;
  onClose: () => void;
}

/** The status of an action or a decision: its row, with what that was computed from. */
type EntryStatus = RegisterRow & { inputs: { charter: string } };

/** One entry beside the register: what it is, how it slipped, to whom it escalated, what came of it. */
export function EntryPanel({ reference, mayWrite, onChange, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const resource = useResource(reference.kind, reference.name);
  const heading = useRef<HTMLHeadingElement>(null);
  const title = resource.data?.spec.title ?? reference.name;
  useEffect(() => {
    heading.current?.focus();
  }, [reference.kind, reference.name]);
  // The status of an action or a decision is its row of the register.
  const row = resource.data?.status as EntryStatus | undefined;

  return (
    <section
      className={styles.panel}
      aria-labelledby="entry-title"
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
    >
      <div className={styles.head}>
        <h2 id="entry-title" ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <IconButton name="times" size="lg" tooltip={t('register.panel.close', 'Close (Esc)')} onClick={onClose} />
      </div>
      {resource.error && <ErrorState error={resource.error} onRetry={resource.refetch} />}
      {!resource.data && !resource.error && <PageSkeleton rows={4} />}
      {resource.data && row && (
        <>
          <div className={styles.line}>
            <span>{kindWord(reference.kind)}</span>
            <EntryStateMark state={row.state} />
            <UrgencyMark row={row} />
          </div>
          {mayWrite && (
            <Stack gap={1}>
              <Button size="sm" onClick={onChange}>
                {t('register.panel.change', 'Change state, owner or due date')}
              </Button>
              <AppLinkButton
                size="sm"
                variant="secondary"
                to={appUrl(`register/${pluralOf(reference.kind)}/${encodeURIComponent(reference.name)}/edit`)}
              >
                {t('register.panel.edit', 'Edit all')}
              </AppLinkButton>
            </Stack>
          )}
          <Facts row={row} />
          {reference.kind === 'Action' ? (
            <ActionDetails spec={resource.data.spec as ActionSpec} />
          ) : (
            <DecisionDetails spec={resource.data.spec as DecisionSpec} />
          )}
          {row.effect && (
            <>
              <h3 className={styles.heading}>{t('register.panel.effect', 'Did it have its effect?')}</h3>
              <EffectMark effect={row.effect} />
              <EffectCheckView effect={row.effect} />
              {row.inputs.charter && (
                <AppLink to={appUrl(`register/calibration/${encodeURIComponent(row.inputs.charter)}`)}>
                  {t('register.panel.calibration', 'How well the committee foresees')}
                </AppLink>
              )}
            </>
          )}
        </>
      )}
    </section>
  );
}

function Facts({ row }: { row: RegisterRow }) {
  const styles = useStyles2(getStyles);
  const inheritor = row.waitsFor && row.waitsFor !== row.owner ? row.waitsFor : undefined;
  return (
    <dl className={styles.facts}>
      <dt>{t('register.panel.owner', 'Owner')}</dt>
      <dd>
        {row.owner === null ? ABSENT : personText(row.owner)}
        {inheritor && ` ${t('register.panel.inheritor', '(waits for {{person}})', { person: personText(inheritor) })}`}
      </dd>
      <dt>{t('register.panel.due', 'Due')}</dt>
      <dd>{dueText(row)}</dd>
      {row.slips > 0 && (
        <>
          <dt>{t('register.panel.slips', 'Put off')}</dt>
          <dd>
            {t('register.panel.slips-text', '{{slips}} times, {{days}} days since first due on {{day}}', {
              slips: row.slips,
              days: row.slipDays,
              day: row.firstDue === null ? ABSENT : formatDay(row.firstDue),
            })}
          </dd>
        </>
      )}
      {row.escalation && (
        <>
          <dt>{t('register.panel.escalation', 'Escalated')}</dt>
          <dd>
            {reasonText(row.escalation.reason)}{' '}
            {t('register.panel.escalation-text', 'Since {{at}}, to {{person}}', {
              at: formatInstant(row.escalation.at),
              person: row.escalation.to ?? ABSENT,
            })}
          </dd>
        </>
      )}
      {row.source && <Linked label={t('register.panel.source', 'Comes from')} refs={[row.source]} />}
      {row.about.length > 0 && <Linked label={t('register.panel.about', 'About')} refs={row.about} />}
      {row.duplicates.length > 0 && (
        <Linked label={t('register.panel.duplicates', 'Says the same as')} refs={row.duplicates} />
      )}
      {row.gaps.length > 0 && (
        <>
          <dt>{t('register.panel.gaps', 'Gaps')}</dt>
          <dd>{row.gaps.map(gapLabel).join(', ')}</dd>
        </>
      )}
    </dl>
  );
}

function Linked({ label, refs }: { label: string; refs: Ref[] }) {
  const titled = useTitles(refs);
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {titled.map(({ ref, title }) => {
          const page = pageOf(ref);
          const text = `${kindWord(ref.kind)}: ${title}`;
          return <div key={entryUrl(ref)}>{page ? <AppLink to={page}>{text}</AppLink> : text}</div>;
        })}
      </dd>
    </>
  );
}

function ActionDetails({ spec }: { spec: ActionSpec }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {spec.description && <Text>{spec.description}</Text>}
      {spec.evidence && (
        <>
          <h3 className={styles.heading}>{t('register.panel.evidence', 'Evidence')}</h3>
          <Text>{spec.evidence}</Text>
        </>
      )}
      {spec.dueHistory && spec.dueHistory.length > 0 && (
        <>
          <h3 className={styles.heading}>{t('register.panel.history', 'Earlier due dates')}</h3>
          <ol className={styles.list}>
            {spec.dueHistory.map(({ due, changedAt, changedBy, reason }) => (
              <li key={changedAt}>
                {t('register.panel.moved', '{{due}}, moved on {{at}} by {{person}}', {
                  due: formatDay(due),
                  at: formatInstant(changedAt),
                  person: changedBy ?? ABSENT,
                })}
                {reason && `: ${reason}`}
              </li>
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function DecisionDetails({ spec }: { spec: DecisionSpec }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {spec.question && <Text>{spec.question}</Text>}
      {spec.options && (
        <ul className={styles.list}>
          {spec.options.map((option) => (
            <li key={option}>
              {option === spec.chosen ? (
                <strong>{t('register.panel.chosen', '{{option}} (chosen)', { option })}</strong>
              ) : (
                option
              )}
            </li>
          ))}
        </ul>
      )}
      {spec.rationale && <Text>{spec.rationale}</Text>}
      {spec.dissent && (
        <>
          <h3 className={styles.heading}>{t('register.panel.dissent', 'Dissent')}</h3>
          <Text>{spec.dissent}</Text>
        </>
      )}
      {spec.decidedOn && <p>{t('register.panel.decided', 'Decided on {{day}}', { day: formatDay(spec.decidedOn) })}</p>}
    </>
  );
}

function Text({ children }: { children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return <p className={styles.text}>{children}</p>;
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.secondary,
  }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, margin: 0, '&:focus': { outline: 'none' } }),
  line: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 1.5), margin: theme.spacing(1, 0) }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(2, 0),
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  heading: css({ ...theme.typography.h5, margin: theme.spacing(2, 0, 1) }),
  list: css({ paddingLeft: theme.spacing(2) }),
  text: css({ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }),
});
