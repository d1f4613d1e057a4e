import { Alert, Button, Combobox, Field, Stack } from '@grafana/ui';
import { useId } from 'react';
import { FormProvider } from 'react-hook-form';
import { ChoiceField, NumberField } from '../../../../components/form/fields';
import { ResourceField } from '../../../../components/form/ResourceField';
import { t } from '../../../../i18n';
import { useTitleOf } from '../../../../api/titles';
import { type TargetForm, type TargetSet } from '../../useTargetForm';
import { ScaleFields } from './ScaleFields';
import { ScalePreview } from './ScalePreview';
import { useScaleTrial } from './useScaleTrial';

interface Props {
  targets: TargetForm;
  readOnly: boolean;
}

const NEW = '';

/** Target and scale of one unit, a resource of their own that is saved together with the KPI. */
export function TargetFields({ targets, readOnly }: Props) {
  const { sets, chosen, choose, dirty, discard, form } = targets;
  const id = useId();
  const unitTitle = useTitleOf('OrgUnit');
  const file = chosen?.metadata.file;
  return (
    <FormProvider {...form}>
      <fieldset disabled={readOnly || file !== undefined}>
        <Stack direction="column" gap={2}>
          {sets.length > 0 && (
            <Stack gap={1} alignItems="flex-end">
              <Field
                noMargin
                label={t('kpis.target.which', 'Targets of')}
                description={
                  dirty ? t('kpis.target.dirty', 'Save or discard the changes to choose another one.') : undefined
                }
              >
                <Combobox
                  id={id}
                  width={40}
                  disabled={dirty}
                  value={chosen?.metadata.name ?? NEW}
                  options={[
                    ...sets.map((set) => ({ value: set.metadata.name, label: setLabel(set, unitTitle) })),
                    { value: NEW, label: t('kpis.target.another', 'another unit or time') },
                  ]}
                  onChange={({ value }) => choose(sets.find(({ metadata }) => metadata.name === value))}
                />
              </Field>
              {dirty && (
                <Button variant="secondary" fill="text" onClick={discard}>
                  {t('kpis.target.discard', 'Discard the changes')}
                </Button>
              )}
            </Stack>
          )}
          {file && (
            <Alert severity="info" title={t('kpis.target.managed', 'Managed by a file')}>
              {t('kpis.target.managed-text', 'Change {{file}}; these targets are read-only here.', { file })}
            </Alert>
          )}
          <TargetSetFields key={chosen?.metadata.name ?? NEW} />
        </Stack>
      </fieldset>
    </FormProvider>
  );
}

function setLabel({ spec: { unit, from, to } }: TargetSet, unitTitle: (name: string) => string): string {
  const range = [from, to].some(Boolean) ? ` (${from ?? '…'} – ${to ?? '…'})` : '';
  return `${unitTitle(unit)}${range}`;
}

function TargetSetFields() {
  const trial = useScaleTrial();
  return (
    <>
      <Stack gap={2} wrap="wrap" alignItems="flex-end">
        <ResourceField kind="OrgUnit" name="spec.unit" label={t('kpis.target.unit', 'Unit')} required />
        <NumberField
          name="spec.target"
          label={t('kpis.target.target', 'Target')}
          description={t('kpis.target.target-text', 'Per period of the KPI’s frequency.')}
        />
        <NumberField name="spec.baseline" label={t('kpis.target.baseline', 'Baseline')} />
        <NumberField name="spec.stretch" label={t('kpis.target.stretch', 'Stretch')} />
        <ChoiceField name="spec.method" label={t('kpis.target.method', 'How it was set')} options={methods()} />
      </Stack>
      <ScaleFields problems={trial.problems} />
      <ScalePreview trial={trial} />
    </>
  );
}

function methods() {
  return [
    { value: 'historical', label: t('kpis.target.historical', 'Historical benchmark') },
    { value: 'industry', label: t('kpis.target.industry', 'Industry comparable') },
    { value: 'stretch', label: t('kpis.target.stretch-method', 'Stretch') },
    { value: 'negotiated', label: t('kpis.target.negotiated', 'Negotiated') },
  ];
}
