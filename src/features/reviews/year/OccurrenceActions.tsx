import { Button, Field, Input, Stack } from '@grafana/ui';
import { useId, useState } from 'react';
import { type Occurrence } from '../../../api/cadence';
import { useResource, useSaveResource } from '../../../api/resources';
import { type ReviewSpec } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { t } from '../../../i18n';
import { toInstant, toLocal } from '../components/InstantField';
import { changedReview } from './change';

interface Props {
  occurrence: Occurrence;
  timeZone: string;
}

/** Makes the review of an occurrence now, moves it, cancels it with a reason, or takes that back. */
export function OccurrenceActions({ occurrence, timeZone }: Props) {
  const made = useResource('Review', occurrence.review ?? undefined);
  const save = useSaveResource();
  const [start, setStart] = useState(toLocal(occurrence.start));
  const [reason, setReason] = useState('');
  const startId = useId();
  const reasonId = useId();
  const moved = toInstant(start);
  const waiting = save.isPending || (occurrence.review !== null && made.data === undefined);

  const change = (spec: Partial<ReviewSpec>, why?: string) =>
    save.mutate({ ...changedReview(occurrence, made.data, timeZone, spec), reason: why });

  if (occurrence.state === 'cancelled') {
    return (
      <Stack direction="column" gap={1}>
        {made.data?.spec.cancelled && <p>{made.data.spec.cancelled}</p>}
        <div>
          <Button
            variant="secondary"
            size="sm"
            disabled={waiting}
            onClick={() => change({ cancelled: undefined }, t('reviews.actions.again', 'It takes place after all'))}
          >
            {t('reviews.actions.restore', 'Let it take place')}
          </Button>
        </div>
        {save.error && <ErrorState error={save.error} title={t('reviews.actions.failed', 'This was not saved')} />}
      </Stack>
    );
  }
  return (
    <Stack direction="column" gap={2}>
      {occurrence.review === null && (
        <div>
          <Button size="sm" icon="plus" disabled={waiting} onClick={() => change({})}>
            {t('reviews.actions.make', 'Make the review now')}
          </Button>
        </div>
      )}
      <Stack gap={1} alignItems="flex-end" wrap="wrap">
        <Field noMargin label={t('reviews.actions.start', 'Move it to (your time)')} htmlFor={startId}>
          <Input
            id={startId}
            type="datetime-local"
            value={start}
            onChange={({ currentTarget }) => setStart(currentTarget.value)}
          />
        </Field>
        <Button
          variant="secondary"
          disabled={waiting || moved === undefined || start === toLocal(occurrence.start)}
          onClick={() => change({ start: moved })}
        >
          {t('reviews.actions.move', 'Move')}
        </Button>
      </Stack>
      <Stack gap={1} alignItems="flex-end" wrap="wrap">
        <Field noMargin label={t('reviews.actions.reason', 'Why it doesn’t take place')} htmlFor={reasonId}>
          <Input id={reasonId} value={reason} onChange={({ currentTarget }) => setReason(currentTarget.value)} />
        </Field>
        <Button
          variant="destructive"
          fill="outline"
          disabled={waiting || reason.trim() === ''}
          onClick={() => change({ cancelled: reason.trim() }, reason.trim())}
        >
          {t('reviews.actions.cancel', 'Cancel the review')}
        </Button>
      </Stack>
      {save.error && <ErrorState error={save.error} title={t('reviews.actions.failed', 'This was not saved')} />}
    </Stack>
  );
}
