import { css } from '@emotion/css';
import { FieldSet, Stack } from '@grafana/ui';
import { useWatch } from 'react-hook-form';
import { useTitleOf } from '../../../api/titles';
import { type DecisionSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { decisionStates, stateLabel } from '../../../components/followup/words';
import { formatDay } from '../../../components/format';
import { DateField } from '../../../components/form/DateField';
import { ChoiceField, TextField } from '../../../components/form/fields';
import { LinesField } from '../../../components/form/LinesField';
import { NameField } from '../../../components/form/NameField';
import { RefsField } from '../../../components/form/RefsField';
import { ResourceField } from '../../../components/form/ResourceField';
import { t } from '../../../i18n';
import { subjects } from '../model/subjects';
import { CommitteeField } from './CommitteeField';
import { EffectFields } from './EffectFields';

/** Fields of a decision: the question, what was chosen and why, by whom, and what it is to do. */
export function DecisionForm({ named }: { named: boolean }) {
  return (
    <div className={styles}>
      <FieldSet label={t('register.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('register.form.title', 'Title')} required />
          <NameField fixed={named} />
          <TextField name="spec.question" label={t('register.form.question', 'Question')} multiline />
          <RefsField kinds={subjects} name="spec.about" label={t('register.form.about', 'About')} />
          <LinesField
            name="spec.options"
            label={t('register.form.options', 'Options')}
            description={t('register.form.options-text', 'One a line, at least two.')}
          />
          <Chosen />
          <TextField name="spec.rationale" label={t('register.form.rationale', 'Why this one')} multiline />
          <TextField name="spec.dissent" label={t('register.form.dissent', 'Dissent')} multiline />
        </Stack>
      </FieldSet>
      <FieldSet label={t('register.form.who', 'Who, and by when')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.owner" label={t('register.form.owner', 'Owner')} />
          <ChoiceField
            name="spec.state"
            label={t('register.form.state', 'State')}
            description={t('register.form.decided', 'Decided when left empty.')}
            options={decisionStates.map((value) => ({ value, label: stateLabel(value) }))}
          />
          <DateField name="spec.due" label={t('register.form.decide-by', 'To be decided by')} />
          <DateField name="spec.decidedOn" label={t('register.form.decided-on', 'Decided on')} />
          <DateField name="spec.revisitOn" label={t('register.form.revisit-on', 'To be revisited on')} />
          <ReviewChoice />
          <ResourceField kind="GovernanceCharter" name="spec.charter" label={t('register.form.charter', 'Charter')} />
          <CommitteeField />
        </Stack>
      </FieldSet>
      <EffectFields path="spec.expectedEffect" />
    </div>
  );
}

/** The review in which it was decided, by its series and its day unless it has a title. */
function ReviewChoice() {
  const seriesTitle = useTitleOf('ReviewSeries');
  return (
    <ResourceField
      kind="Review"
      name="spec.review"
      label={t('register.form.review', 'Review')}
      labelOf={({ series, start }) => `${seriesTitle(series)}, ${formatDay(start)}`}
    />
  );
}

function Chosen() {
  const options = useWatch<Draft<DecisionSpec>, 'spec.options'>({ name: 'spec.options' }) ?? [];
  return (
    <ChoiceField
      name="spec.chosen"
      label={t('register.form.chosen', 'Chosen')}
      options={[...new Set(options.map((option) => option.trim()).filter(Boolean))].map((value) => ({
        value,
        label: value,
      }))}
    />
  );
}

const styles = css({ maxWidth: 760 });
