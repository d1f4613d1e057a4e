import { Button, Stack } from '@grafana/ui';
import { type ReactNode } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { z } from 'zod';
import { type Occurrence } from '../../../api/cadence';
import { LONGEST_REASON, useResource, useSaveResource } from '../../../api/resources';
import { type Resource, type ReviewSpec } from '../../../api/types';
import { fieldOf } from '../../../components/editor/document';
import { ErrorState } from '../../../components/ErrorState';
import { contractResolver } from '../../../components/form/contractResolver';
import { TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { useSubmitForm } from '../../../components/form/useSubmitForm';
import { Review } from '../../../contract';
import { t } from '../../../i18n';
import { InstantField } from '../components/InstantField';
import { changedReview } from './change';

interface Props {
  occurrence: Occurrence;
  timeZone: string;
}

/** Makes the review of an occurrence now, moves it, cancels it with a reason, or takes that back. */
export function OccurrenceActions({ occurrence, timeZone }: Props) {
  const made = useResource('Review', occurrence.review ?? undefined);
  const save = useSaveResource();
  const waiting = save.isPending || (occurrence.review !== null && made.data === undefined);
  const write = useSaveResource();

  const changed = (spec: Partial<ReviewSpec>, why?: string) => ({
    ...changedReview(occurrence, made.data, timeZone, spec),
    reason: why?.slice(0, LONGEST_REASON),
  });

  if (occurrence.state === 'cancelled') {
    return (
      <Stack direction="column" gap={1}>
        {made.data?.spec.cancelled && <p>{made.data.spec.cancelled}</p>}
        <div>
          <Button
            variant="secondary"
            size="sm"
            disabled={waiting}
            onClick={() =>
              save.mutate(changed({ cancelled: undefined }, t('reviews.actions.again', 'It takes place after all')))
            }
          >
            {t('reviews.actions.restore', 'Let it take place')}
          </Button>
        </div>
        {save.error && <ErrorState error={save.error} title={failed()} />}
      </Stack>
    );
  }
  return (
    <Stack direction="column" gap={2}>
      {occurrence.review === null && (
        <div>
          <Button size="sm" icon="plus" disabled={waiting} onClick={() => save.mutate(changed({}))}>
            {t('reviews.actions.make', 'Make the review now')}
          </Button>
        </div>
      )}
      {save.error && <ErrorState error={save.error} title={failed()} />}
      <PartForm
        key={occurrence.start}
        part="start"
        value={occurrence.start}
        write={(start) => write.mutateAsync(changed({ start }))}
      >
        {(sending, isDirty) => (
          <>
            <InstantField name="spec.start" label={t('reviews.actions.start', 'Move it to (your time)')} required />
            <Button type="submit" variant="secondary" onMouseDown={keepFocus} disabled={waiting || sending || !isDirty}>
              {t('reviews.actions.move', 'Move')}
            </Button>
          </>
        )}
      </PartForm>
      <PartForm part="cancelled" value="" write={(why) => write.mutateAsync(changed({ cancelled: why.trim() }, why))}>
        {(sending) => (
          <>
            <TextField
              name="spec.cancelled"
              label={t('reviews.actions.reason', 'Why it doesn’t take place')}
              required
            />
            <Button
              type="submit"
              variant="destructive"
              fill="outline"
              onMouseDown={keepFocus}
              disabled={waiting || sending}
            >
              {t('reviews.actions.cancel', 'Cancel the review')}
            </Button>
          </>
        )}
      </PartForm>
    </Stack>
  );
}

const failed = () => t('reviews.actions.failed', 'This was not saved');

type Part = 'start' | 'cancelled';

interface PartProps {
  part: Part;
  value: string;
  write: (value: string) => Promise<Resource>;
  children: (sending: boolean, isDirty: boolean) => ReactNode;
}

/** Changes one part of a review. */
function PartForm({ part, value, write, children }: PartProps) {
  const form = useForm<{ spec: Partial<Record<Part, string>> }>({
    resolver: contractResolver(schemas[part]),
    defaultValues: { spec: { [part]: value } },
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { submit, sending, refusal, fields } = useSubmitForm<{ spec: Partial<Record<Part, string>> }, Resource>({
    form,
    fieldOf: ({ path }) => (path === `/spec/${part}` ? fieldOf(path) : undefined),
  });
  return (
    <FormProvider {...form}>
      <form
        ref={fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(() => write(form.getValues(`spec.${part}`) ?? ''));
        }}
      >
        <Stack direction="column" gap={1} alignItems="flex-start">
          {children(sending, form.formState.isDirty)}
          {refusal && <ErrorState error={refusal} title={failed()} />}
        </Stack>
      </form>
    </FormProvider>
  );
}

const { start, cancelled } = Review.spec.shape;
const schemas: Record<Part, z.ZodType> = {
  start: z.object({ spec: z.object({ start }).prefault({} as { start: string }) }),
  cancelled: z.object({ spec: z.object({ cancelled: cancelled.unwrap() }).prefault({} as { cancelled: string }) }),
};
