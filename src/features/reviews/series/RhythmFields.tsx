import { Combobox, Field, Stack } from '@grafana/ui';
import { useId } from 'react';
import { useController } from 'react-hook-form';
import { TextField } from '../../../components/form/fields';
import { t } from '../../../i18n';
import {
  countsMonths,
  type Every,
  everyText,
  places,
  placeText,
  type Rhythm,
  rhythmOf,
  rhythms,
  ruleOf,
  weekdays,
  weekdayText,
} from './rule';

const RULE = 'spec.recurrence.rrule';
const CUSTOM = 'custom';

/** How often: in words where the rule is one that words can say, and always as the rule itself. */
export function RhythmFields() {
  const everyId = useId();
  const placeId = useId();
  const dayId = useId();
  const { field } = useController({ name: RULE });
  const rhythm = rhythmOf(String(field.value ?? ''));
  const change = (part: Partial<Rhythm>) =>
    field.onChange(ruleOf({ ...(rhythm ?? { every: 'month', weekday: 'TU', nth: 1 }), ...part }));

  return (
    <>
      <Stack gap={1} wrap="wrap">
        <Field noMargin label={t('reviews.form.every', 'How often')}>
          <Combobox
            id={everyId}
            value={rhythm?.every ?? CUSTOM}
            options={[
              ...rhythms.map((value) => ({ value: value as string, label: everyText(value) })),
              ...(rhythm ? [] : [{ value: CUSTOM, label: t('reviews.form.custom', 'by the rule below') }]),
            ]}
            onChange={({ value }) => value !== CUSTOM && change({ every: value as Every })}
          />
        </Field>
        {rhythm && countsMonths(rhythm.every) && (
          <Field noMargin label={t('reviews.form.nth', 'On the')}>
            <Combobox
              id={placeId}
              value={rhythm.nth}
              options={places.map((value) => ({ value, label: placeText(value) }))}
              onChange={({ value }) => change({ nth: value })}
            />
          </Field>
        )}
        {rhythm && (
          <Field noMargin label={t('reviews.form.weekday', 'Weekday')}>
            <Combobox
              id={dayId}
              value={rhythm.weekday}
              options={weekdays.map((value) => ({ value: value as string, label: weekdayText(value) }))}
              onChange={({ value }) => change({ weekday: value })}
            />
          </Field>
        )}
      </Stack>
      <TextField
        name={RULE}
        label={t('reviews.form.rule', 'Rule')}
        description={t('reviews.form.rule-text', 'A recurrence rule of RFC 5545, such as FREQ=MONTHLY;BYDAY=2WE.')}
        required
      />
    </>
  );
}
