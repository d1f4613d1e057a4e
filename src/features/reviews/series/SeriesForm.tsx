import { css } from '@emotion/css';
import { FieldSet, Stack } from '@grafana/ui';
import { useFormContext, useWatch } from 'react-hook-form';
import { useResources } from '../../../api/resources';
import { type ResourceOf, type ReviewSeriesSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { LinesField } from '../../../components/form/LinesField';
import { NameField } from '../../../components/form/NameField';
import { ResourceField } from '../../../components/form/ResourceField';
import { ResourcesField } from '../../../components/form/ResourcesField';
import { frequencyLabel } from '../../../components/period';
import { frequencies } from '../../../contract';
import { t } from '../../../i18n';
import { classLabel, itemClasses } from '../model/classes';
import { AgendaFields } from './AgendaFields';
import { LocalTimeField } from './LocalTimeField';
import { NextDates } from './NextDates';
import { PastPlan } from './PastPlan';
import { RhythmFields } from './RhythmFields';

/** Fields of a series: what, who, how often, agenda. `existing`: the series that is changed, as it is; undefined of a new one. */
export function SeriesForm({ existing }: { existing: ResourceOf<ReviewSeriesSpec> | undefined }) {
  const name = existing?.metadata.name;
  return (
    <div className={styles}>
      <FieldSet label={t('reviews.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('reviews.form.title', 'Title')} required />
          <NameField fixed={name !== undefined} />
          <TextField name="spec.description" label={t('reviews.form.description', 'Description')} multiline />
          <ChoiceField
            name="spec.tier"
            label={t('reviews.column.tier', 'Tier')}
            description={t('reviews.form.tier-text', 'What stays unresolved moves up to the tier above.')}
            options={itemClasses.map((value) => ({ value, label: classLabel(value) }))}
            required
          />
          <ResourcesField
            kind="Scorecard"
            name="spec.scorecards"
            label={t('reviews.panel.scorecards', 'Scorecards')}
            required
          />
          <ChoiceField
            name="spec.period"
            label={t('reviews.form.period', 'Length of the periods under review')}
            description={t('reviews.form.period-text', 'That of the first scorecard when left out.')}
            options={frequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
          />
          <ResourceField kind="ReportTemplate" name="spec.template" label={t('reviews.form.template', 'Report')} />
        </Stack>
      </FieldSet>
      <FieldSet label={t('reviews.form.who', 'Who')}>
        <Stack direction="column" gap={2}>
          <ResourceField kind="GovernanceCharter" name="spec.charter" label={t('reviews.form.charter', 'Charter')} />
          <CommitteeField />
          <TextField name="spec.facilitator" label={t('reviews.form.facilitator', 'Facilitator')} />
          <LinesField
            name="spec.roles.required"
            label={t('reviews.form.required', 'Required')}
            description={t('reviews.form.people-text', 'Logins, e-mail addresses or roles in words, one a line.')}
          />
          <LinesField name="spec.roles.optional" label={t('reviews.form.optional', 'Optional')} />
          <NumberField
            name="spec.quorum"
            label={t('reviews.charter.quorum', 'Quorum')}
            description={t('reviews.form.quorum-text', 'The committee’s when left out.')}
          />
        </Stack>
      </FieldSet>
      <FieldSet label={t('reviews.form.when', 'How often')}>
        <Stack direction="column" gap={2}>
          <RhythmFields />
          <LocalTimeField
            name="spec.recurrence.start"
            label={t('reviews.form.start', 'From, at')}
            description={t(
              'reviews.form.start-text',
              'In the time zone below. The first meeting is the first by the rule from then on.'
            )}
            required
          />
          {existing && <PastPlan before={existing.spec.recurrence} />}
          <TextField name="spec.recurrence.timeZone" label={t('reviews.form.zone', 'Time zone')} required />
          <NumberField
            name="spec.recurrence.minutes"
            label={t('reviews.form.minutes', 'Minutes')}
            description={t('reviews.form.minutes-text', 'The sum of the agenda when left out.')}
          />
          <ChoiceField
            name="spec.recurrence.onHoliday"
            label={t('reviews.form.holiday', 'On a holiday')}
            description={t('reviews.form.holiday-text', 'The next working day when left out.')}
            options={[
              { value: 'next', label: t('reviews.form.holiday-next', 'the next working day') },
              { value: 'previous', label: t('reviews.form.holiday-previous', 'the working day before') },
              { value: 'skip', label: t('reviews.form.holiday-skip', 'it doesn’t take place') },
              { value: 'keep', label: t('reviews.form.holiday-keep', 'it takes place all the same') },
            ]}
          />
          <ResourceField
            kind="Calendar"
            name="spec.recurrence.calendar"
            label={t('reviews.form.calendar', 'Whose holidays')}
            description={t('reviews.form.calendar-text', 'The scorecard’s calendar when left out.')}
          />
          <LinesField
            name="spec.recurrence.except"
            label={t('reviews.form.except', 'Days without a meeting')}
            description={t('reviews.form.except-text', 'As 2026-12-24, one a line.')}
          />
          <NextDates name={name} />
        </Stack>
      </FieldSet>
      <AgendaFields named={name !== undefined} />
      <FieldSet label={t('reviews.form.escalation', 'What stays unresolved')}>
        <Stack direction="column" gap={2}>
          <NumberField
            name="spec.escalateAfter"
            label={t('reviews.form.escalate-after', 'Goes up a tier after so many meetings')}
            description={t('reviews.form.escalate-after-text', '2 when left out.')}
          />
          <ResourceField
            kind="ReviewSeries"
            name="spec.escalatesTo"
            label={t('reviews.form.escalates-to', 'To')}
            description={t('reviews.form.escalates-to-text', 'The series of the next tier when left out.')}
          />
        </Stack>
      </FieldSet>
    </div>
  );
}

/** A committee of the charter that is chosen. */
function CommitteeField() {
  const { control } = useFormContext<Draft<ReviewSeriesSpec>>();
  const charter = useWatch({ control, name: 'spec.charter' });
  const { data } = useResources('GovernanceCharter');
  const committees = data?.find(({ metadata }) => metadata.name === charter)?.spec.committees ?? [];
  return (
    <ChoiceField
      name="spec.committee"
      label={t('reviews.column.committee', 'Committee')}
      options={committees.map(({ name, title }) => ({ value: name, label: title }))}
      disabled={!charter}
    />
  );
}

const styles = css({ maxWidth: 760 });
