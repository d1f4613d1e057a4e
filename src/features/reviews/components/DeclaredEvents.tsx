import { Button, Field, Input, RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { type FormEvent, useId, useState } from 'react';
import { type DeclaredEvent } from '../../../api/intensity';
import { saveResource, useMay, useResource, useWrite } from '../../../api/resources';
import { type ChangeEventSpec, type ResourceOf } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { eventDocument, type EventForm } from '../model/intensity';

interface Props {
  events: DeclaredEvent[];
  scorecard: string;
  /** The present day, as YYYY-MM-DD. */
  today: string;
}

/** Strategic transitions and market disruptions that somebody declared; an open one is reason enough to meet more often. */
export function DeclaredEvents({ events, scorecard, today }: Props) {
  const styles = useStyles2(tableStyles);
  const mayWrite = useMay('ChangeEvent', 'write');
  const [declaring, setDeclaring] = useState(false);
  return (
    <Stack direction="column" gap={1}>
      {events.length === 0 ? (
        <p>
          {t(
            'reviews.events.none',
            'Nothing is declared. A transition or a disruption calls for more reviews while it lasts.'
          )}
        </p>
      ) : (
        <table className={styles.table} aria-label={t('reviews.events.label', 'Declared events')}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.events.event', 'Event')}</th>
              <th scope="col">{t('reviews.events.kind', 'Kind')}</th>
              <th scope="col">{t('reviews.events.from', 'From')}</th>
              <th scope="col">{t('reviews.events.to', 'To')}</th>
              <th scope="col">{t('reviews.events.by', 'Declared by')}</th>
              <th scope="col">{t('reviews.events.state', 'State')}</th>
            </tr>
          </thead>
          <tbody>
            {events.map((event) => (
              <tr key={event.ref.name}>
                <th scope="row">{event.title}</th>
                <td>{kindLabel(event.kind)}</td>
                <td className={styles.narrow}>{formatPeriod(event.from)}</td>
                <td className={styles.narrow}>{event.to ? formatPeriod(event.to) : ABSENT}</td>
                <td>{event.by ?? ABSENT}</td>
                <td>
                  {event.open ? (
                    <Stack gap={1} alignItems="center">
                      <span>▲ {t('reviews.events.open', 'open')}</span>
                      {mayWrite && <EndEvent event={event} today={today} />}
                    </Stack>
                  ) : event.from > today ? (
                    t('reviews.events.coming', 'coming')
                  ) : (
                    t('reviews.events.over', 'over')
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {mayWrite && !declaring && (
        <div>
          <Button variant="secondary" size="sm" icon="plus" onClick={() => setDeclaring(true)}>
            {t('reviews.events.declare', 'Declare an event')}
          </Button>
        </div>
      )}
      {declaring && <DeclareForm scorecard={scorecard} today={today} onEnd={() => setDeclaring(false)} />}
    </Stack>
  );
}

/** Ends an event: its last day is yesterday, or the one day that it lasted. What a file manages ends there. */
function EndEvent({ event, today }: { event: DeclaredEvent; today: string }) {
  const { data } = useResource('ChangeEvent', event.ref.name);
  const end = useWrite((known: ResourceOf<ChangeEventSpec>) =>
    saveResource({ ...known, spec: { ...known.spec, to: lastDay(event, today) } }, known.metadata.version)
  );
  const over = event.to !== null && event.to <= lastDay(event, today);
  if (!data || data.metadata.file || over) {
    return null;
  }
  return (
    <>
      <Button variant="secondary" size="sm" disabled={end.isPending} onClick={() => end.mutate(data)}>
        {t('reviews.events.end', 'It is over')}
      </Button>
      {end.error && <ErrorState error={end.error} title={t('reviews.events.refused', 'It was not saved')} />}
    </>
  );
}

function lastDay({ from }: DeclaredEvent, today: string): string {
  const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10);
  return yesterday < from ? from : yesterday;
}

function DeclareForm({ scorecard, today, onEnd }: { scorecard: string; today: string; onEnd: () => void }) {
  const id = useId();
  const [form, setForm] = useState<EventForm>({ title: '', kind: 'transition', from: today, to: '', by: '' });
  const save = useWrite((typed: EventForm) => saveResource(eventDocument(typed, scorecard), undefined));
  const change = (part: Partial<EventForm>) => setForm((known) => ({ ...known, ...part }));
  const submit = (submitted: FormEvent) => {
    submitted.preventDefault();
    save.mutate(form, { onSuccess: onEnd });
  };
  return (
    <form onSubmit={submit} aria-label={t('reviews.events.declare', 'Declare an event')}>
      <Stack direction="column" gap={1}>
        {save.error && <ErrorState error={save.error} title={t('reviews.events.refused', 'It was not saved')} />}
        <Stack gap={2} wrap="wrap" alignItems="flex-end">
          <Field noMargin label={t('reviews.events.what', 'What happens')} required>
            <Input
              id={`${id}-title`}
              width={40}
              autoFocus
              required
              value={form.title}
              onChange={({ currentTarget }) => change({ title: currentTarget.value })}
            />
          </Field>
          <Field noMargin label={t('reviews.events.kind', 'Kind')}>
            <RadioButtonGroup
              id={`${id}-kind`}
              value={form.kind}
              options={[
                { value: 'transition' as const, label: kindLabel('transition') },
                { value: 'disruption' as const, label: kindLabel('disruption') },
              ]}
              onChange={(kind) => change({ kind })}
            />
          </Field>
          <Field noMargin label={t('reviews.events.from', 'From')} required>
            <Input
              id={`${id}-from`}
              type="date"
              width={20}
              required
              value={form.from}
              onChange={({ currentTarget }) => change({ from: currentTarget.value })}
            />
          </Field>
          <Field noMargin label={t('reviews.events.last', 'Last day, if known')}>
            <Input
              id={`${id}-to`}
              type="date"
              width={20}
              value={form.to}
              onChange={({ currentTarget }) => change({ to: currentTarget.value })}
            />
          </Field>
          <Field noMargin label={t('reviews.events.by', 'Declared by')}>
            <Input
              id={`${id}-by`}
              width={24}
              value={form.by}
              onChange={({ currentTarget }) => change({ by: currentTarget.value })}
            />
          </Field>
        </Stack>
        <Stack gap={1}>
          <Button type="submit" size="sm" disabled={save.isPending}>
            {t('reviews.events.save', 'Declare')}
          </Button>
          <Button variant="secondary" size="sm" onClick={onEnd}>
            {t('reviews.events.cancel', 'Cancel')}
          </Button>
        </Stack>
      </Stack>
    </form>
  );
}

function kindLabel(kind: DeclaredEvent['kind']): string {
  return kind === 'transition'
    ? t('reviews.events.transition', 'Strategic transition')
    : t('reviews.events.disruption', 'Market disruption');
}
