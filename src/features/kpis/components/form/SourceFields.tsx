import { Field, RadioButtonGroup } from '@grafana/ui';
import { useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { type KpiSpec } from '../../../../api/types';
import { type Draft } from '../../../../components/editor/document';
import { ResourceField } from '../../../../components/form/ResourceField';
import { SwitchField } from '../../../../components/form/SwitchField';
import { t } from '../../../../i18n';
import { type SourceType } from '../../model/catalogue';
import { sourceLabel } from '../../model/labels';
import { newSource } from '../../model/newKpi';
import { FormulaFields } from './FormulaFields';
import { QueryFields } from './QueryFields';

interface Props {
  /** Name of a KPI that exists; its targets then score the preview. */
  name?: string;
  readOnly: boolean;
}

type Source = NonNullable<KpiSpec['source']>;

/** Where values come from. Another type keeps what was entered for the one before, until the page is left. */
export function SourceFields({ name, readOnly }: Props) {
  const { setValue } = useFormContext<Draft<KpiSpec>>();
  const source = useWatch<Draft<KpiSpec>, 'spec.source'>({ name: 'spec.source' });
  const entered = useRef<Partial<Record<Source['type'], Source>>>({});

  const choose = (type: SourceType) => {
    if (source) {
      entered.current[source.type] = source;
    }
    const next = type === 'none' ? undefined : (entered.current[type] ?? newSource(type));
    setValue('spec.source', next, { shouldDirty: true, shouldTouch: true });
  };

  return (
    <>
      <Field noMargin label={t('kpis.form.source', 'Where values come from')}>
        <RadioButtonGroup<SourceType>
          aria-label={t('kpis.form.source', 'Where values come from')}
          value={source?.type ?? 'none'}
          disabled={readOnly}
          options={(['query', 'manual', 'calculated', 'none'] as const).map((value) => ({
            value,
            label: sourceLabel(value),
          }))}
          onChange={choose}
        />
      </Field>
      {source?.type === 'query' && <QueryFields name={name} readOnly={readOnly} />}
      {source?.type === 'manual' && (
        <>
          <ResourceField
            kind="SourceSystem"
            name="spec.source.system"
            label={t('kpis.form.system', 'Source system')}
            description={t('kpis.form.system-manual', 'Where people read the figure that they submit.')}
          />
          <SwitchField
            name="spec.source.approval"
            label={t('kpis.form.approval', 'A second person approves')}
            description={t('kpis.form.approval-text', 'Until then a submitted value waits in quarantine.')}
          />
        </>
      )}
      {source?.type === 'calculated' && <FormulaFields name={name} readOnly={readOnly} />}
    </>
  );
}
