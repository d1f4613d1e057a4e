import { css } from '@emotion/css';
import { FieldSet, Stack } from '@grafana/ui';
import { actionStates, stateLabel } from '../../../components/followup/words';
import { DateField } from '../../../components/form/DateField';
import { ChoiceField, TextField } from '../../../components/form/fields';
import { NameField } from '../../../components/form/NameField';
import { RefsField } from '../../../components/form/RefsField';
import { ResourceField } from '../../../components/form/ResourceField';
import { t } from '../../../i18n';
import { subjects } from '../model/subjects';
import { EffectFields } from './EffectFields';
import { SourceField } from './SourceField';

/** Fields of an action: what, who, by when, why, and what came of it. `named`: it exists, so its name stays. */
export function ActionForm({ named }: { named: boolean }) {
  return (
    <div className={styles}>
      <FieldSet label={t('register.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('register.form.title', 'Title')} required />
          <NameField fixed={named} />
          <TextField name="spec.description" label={t('register.form.description', 'Description')} multiline />
        </Stack>
      </FieldSet>
      <FieldSet label={t('register.form.who', 'Who, and by when')}>
        <Stack direction="column" gap={2}>
          <TextField
            name="spec.owner"
            label={t('register.form.owner', 'Owner')}
            description={t('register.form.owner-text', 'Grafana login or e-mail; one person does it.')}
          />
          <DateField
            name="spec.due"
            label={t('register.form.due', 'Due')}
            description={t('register.form.due-text', 'The first one stays on record when you move it.')}
          />
          <ChoiceField
            name="spec.state"
            label={t('register.form.state', 'State')}
            options={actionStates.map((value) => ({ value, label: stateLabel(value) }))}
          />
          <DateField name="spec.closedOn" label={t('register.form.closed-on', 'Closed on')} />
          <TextField
            name="spec.evidence"
            label={t('register.form.evidence', 'Evidence')}
            description={t('register.form.evidence-text', 'What shows that it is done.')}
            multiline
          />
        </Stack>
      </FieldSet>
      <FieldSet label={t('register.form.why', 'Why')}>
        <Stack direction="column" gap={2}>
          <SourceField />
          <RefsField kinds={subjects} name="spec.about" label={t('register.form.about', 'About')} />
          <ResourceField kind="Kpi" name="spec.kpi" label={t('register.form.kpi', 'KPI')} />
          <ResourceField kind="OrgUnit" name="spec.unit" label={t('register.form.unit', 'Unit')} />
          <DateField name="spec.effectCheckOn" label={t('register.form.effect-check', 'Look at the effect on')} />
        </Stack>
      </FieldSet>
      <EffectFields path="spec.effect" />
    </div>
  );
}

const styles = css({ maxWidth: 760 });
