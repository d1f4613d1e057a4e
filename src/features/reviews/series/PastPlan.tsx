import { Checkbox } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { useController, useWatch } from 'react-hook-form';
import { formatPeriod } from '../../../components/period';
import { t } from '../../../i18n';
import { dayIn, type EarlierRules, earlierRules, type Recurrence, replaces } from './earlierRules';

const RECURRENCE = 'spec.recurrence';
const PARTS = ['rrule', 'start', 'timeZone', 'except', 'onHoliday'] as const;
const WATCHED = PARTS.map((part) => `${RECURRENCE}.${part}`);

/**
 * Whether what the rule of a series has planned so far stays planned; asked once the form has another rule than the series, another
 * time zone or holidays, or other days of the past without a meeting. It does, unless somebody says that the rule was only written
 * down wrongly.
 */
export function PastPlan({ before }: { before: Recurrence }) {
  const watched = useWatch({ name: WATCHED }) as Array<Recurrence[keyof Recurrence]>;
  const after = { ...before, ...Object.fromEntries(PARTS.map((part, index) => [part, watched[index]])) };
  const { field } = useController({ name: `${RECURRENCE}.earlier` });
  const today = dayIn(before.timeZone, new Date());
  const kept = earlierRules(before, after, today);
  const until = replaces(after, before, today) && !same(kept, before.earlier) ? kept.at(-1)?.until : undefined;
  const [corrected, setCorrected] = useState(until !== undefined && same(field.value, before.earlier));

  const first = useRef(true);
  useEffect(() => {
    const wanted = until !== undefined && !corrected ? kept : before.earlier;
    if (!first.current && !same(wanted, field.value)) {
      field.onChange(wanted);
    }
    first.current = false;
    // eslint-disable-next-line react-hooks/exhaustive-deps -- what is written by hand, as YAML, stays until something is chosen
  }, [until, corrected, JSON.stringify(kept)]);

  return until === undefined ? null : (
    <Checkbox
      label={t('reviews.form.past', 'What was planned until {{day}} stays planned', { day: formatPeriod(until) })}
      description={t(
        'reviews.form.past-text',
        'Meetings until then are held to the rule before. Clear it where the rule was only written down wrongly: the past is then planned anew.'
      )}
      value={!corrected}
      onChange={({ currentTarget }) => setCorrected(!currentTarget.checked)}
    />
  );
}

const same = (a: EarlierRules | undefined, b: EarlierRules | undefined) =>
  JSON.stringify(a ?? []) === JSON.stringify(b ?? []);
