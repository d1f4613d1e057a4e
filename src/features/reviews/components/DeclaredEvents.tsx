import { Button, RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useState } from 'react';
import { FormProvider, useController, useForm, useWatch } from 'react-hook-form';
import { type DeclaredEvent } from '../../../api/intensity';
import { saveResource, useMay, useResource, useWrite } from '../../../api/resources';
import { type ChangeEventSpec, type ResourceOf } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { Problems } from '../../../components/editor/Problems';
import { draftResolver } from '../../../components/editor/useDraftForm';
import { useSaveForm } from '../../../components/editor/useSaveForm';
import { ErrorState } from '../../../components/ErrorState';
import { DateField } from '../../../components/form/DateField';
import { useFieldError } from '../../../components/form/fieldError';
import { FieldFrame } from '../../../components/form/FieldFrame';
import { FieldNamesProvider } from '../../../components/form/fieldNames';
import { TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { ABSENT } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { namedEvent, newEvent } from '../model/intensity';

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
      {declaring && (
        <DeclareForm
          scorecard={scorecard}
          today={today}
          taken={new Set(events.map(({ ref }) => ref.name))}
          onEnd={() => setDeclaring(false)}
        />
      )}
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

interface DeclareProps {
  scorecard: string;
  today: string;
  /** Names of events that are there. */
  taken: ReadonlySet<string>;
  onEnd: () => void;
}

function DeclareForm({ scorecard, today, taken, onEnd }: DeclareProps) {
  const form = useForm<Draft>({
    resolver: draftResolver('ChangeEvent'),
    defaultValues: newEvent(scorecard, today),
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const from: unknown = useWatch({ control: form.control, name: 'spec.from' });
  const { save, saving, error, elsewhere, fields } = useSaveForm({
    kind: 'ChangeEvent',
    form,
    write: (event) => saveResource(namedEvent(event, scorecard, taken), undefined),
    onSaved: onEnd,
  });
  useEffect(() => form.setFocus('spec.title'), [form]);
  return (
    <FormProvider {...form}>
      <FieldNamesProvider>
        <form
          ref={fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save(undefined);
          }}
          aria-label={t('reviews.events.declare', 'Declare an event')}
        >
          <Stack direction="column" gap={1}>
            <Problems error={error} elsewhere={elsewhere} />
            <Stack gap={2} wrap="wrap" alignItems="flex-start">
              <TextField name="spec.title" label={t('reviews.events.what', 'What happens')} required />
              <KindField />
              <DateField name="spec.from" label={t('reviews.events.from', 'From')} required />
              <DateField
                name="spec.to"
                label={t('reviews.events.last', 'Last day, if known')}
                earliest={typeof from === 'string' ? from : undefined}
              />
              <TextField name="spec.by" label={t('reviews.events.by', 'Declared by')} />
            </Stack>
            <Stack gap={1}>
              <Button type="submit" size="sm" onMouseDown={keepFocus} disabled={saving}>
                {t('reviews.events.save', 'Declare')}
              </Button>
              <Button variant="secondary" size="sm" onClick={onEnd}>
                {t('reviews.events.cancel', 'Cancel')}
              </Button>
            </Stack>
          </Stack>
        </form>
      </FieldNamesProvider>
    </FormProvider>
  );
}

function KindField() {
  const id = useId();
  const { field } = useController({ name: 'spec.kind' });
  return (
    <FieldFrame name="spec.kind" label={t('reviews.events.kind', 'Kind')} error={useFieldError('spec.kind')}>
      <RadioButtonGroup
        id={id}
        value={field.value as DeclaredEvent['kind']}
        options={[
          { value: 'transition' as const, label: kindLabel('transition') },
          { value: 'disruption' as const, label: kindLabel('disruption') },
        ]}
        onChange={field.onChange}
      />
    </FieldFrame>
  );
}

function kindLabel(kind: DeclaredEvent['kind']): string {
  return kind === 'transition'
    ? t('reviews.events.transition', 'Strategic transition')
    : t('reviews.events.disruption', 'Market disruption');
}
