import { FieldSet, Stack } from '@grafana/ui';
import { type ReactNode } from 'react';
import { NameField } from '../../../../components/form/NameField';
import { ChoiceField, NumberField, TextField } from '../../../../components/form/fields';
import { ResourceField } from '../../../../components/form/ResourceField';
import { ResourcesField } from '../../../../components/form/ResourcesField';
import { frequencyLabel } from '../../../../components/period';
import { frequencies } from '../../../../contract';
import { t } from '../../../../i18n';
import { typeLabel } from '../../model/labels';
import { AggregationFields } from './AggregationFields';
import { DashboardFields } from './DashboardFields';
import { SourceFields } from './SourceFields';
import { UnitField } from './UnitField';

interface Props {
  /** Name of a KPI that exists, which therefore stays. */
  name?: string;
  readOnly: boolean;
  /** The targets, which are a resource of their own. */
  children: ReactNode;
}

/** Fields of a KPI in the order in which people think: what, why, who, how measured, target. */
export function KpiForm({ name, readOnly, children }: Props) {
  return (
    <>
      <FieldSet label={t('kpis.form.what', 'What')}>
        <Stack direction="column" gap={2}>
          <TextField name="spec.title" label={t('kpis.form.title', 'Title')} required />
          <NameField fixed={name !== undefined} />
          <TextField name="spec.description" label={t('kpis.form.description', 'Description')} multiline />
          <UnitField />
        </Stack>
      </FieldSet>
      <FieldSet label={t('kpis.form.why', 'Why')}>
        <Stack direction="column" gap={2}>
          <TextField
            name="spec.valueDriver"
            label={t('kpis.form.driver', 'Value driver')}
            description={t('kpis.form.driver-text', 'What value the measure drives.')}
          />
          <ChoiceField
            name="spec.type"
            label={t('kpis.form.type', 'Type')}
            description={t(
              'kpis.form.type-text',
              'A leading KPI tells what is to come, a lagging one what came of it.'
            )}
            options={(['leading', 'lagging'] as const).map((value) => ({ value, label: typeLabel(value) }))}
          />
        </Stack>
      </FieldSet>
      <FieldSet label={t('kpis.form.who', 'Who')}>
        <Stack direction="column" gap={2}>
          <TextField
            name="spec.owner"
            label={t('kpis.form.owner', 'Owner')}
            description={t(
              'kpis.form.owner-text',
              'Answers for the result: a login, an e-mail, team:<name>, or a role.'
            )}
          />
          <TextField
            name="spec.steward"
            label={t('kpis.form.steward', 'Steward')}
            description={t('kpis.form.steward-text', 'Answers for definition and data.')}
          />
          <ResourcesField
            kind="OrgUnit"
            name="spec.units"
            label={t('kpis.form.units', 'Units where it is measured')}
            description={t('kpis.form.units-text', 'Everywhere when none is chosen.')}
          />
          <DashboardFields />
        </Stack>
      </FieldSet>
      <FieldSet label={t('kpis.form.how', 'How it is measured')}>
        <Stack direction="column" gap={2}>
          <ResourceField kind="Calendar" name="spec.calendar" label={t('kpis.form.calendar', 'Calendar')} required />
          <ChoiceField
            name="spec.frequency"
            label={t('kpis.form.frequency', 'Frequency')}
            options={frequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
            required
          />
          <NumberField
            name="spec.closeDays"
            label={t('kpis.form.close', 'Days to close')}
            description={t('kpis.form.close-text', 'From the end of a period until its value is final; 0 when empty.')}
            step={1}
          />
          <SourceFields name={name} readOnly={readOnly} />
          <AggregationFields />
        </Stack>
      </FieldSet>
      <FieldSet label={t('kpis.form.target', 'Target')}>{children}</FieldSet>
    </>
  );
}
