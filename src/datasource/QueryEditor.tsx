import { type QueryEditorProps } from '@grafana/data';
import { Combobox, InlineField, InlineFieldRow, RadioButtonGroup } from '@grafana/ui';
import { QueryClientProvider } from '@tanstack/react-query';
import { useId, useMemo } from 'react';
import { useView } from '../api/measurement';
import { queryClient } from '../api/queryClient';
import { type Frequency } from '../api/types';
import { frequencyLabel } from '../components/period';
import { Choice, KpiPicker, ScorecardPicker, UnitChoice } from '../components/pickers';
import { frequencies } from '../contract';
import { t } from '../i18n';
import {
  type Field,
  fields,
  nodeKey,
  nodeOf,
  nodeOptions,
  type QueryType,
  type ScorecardQuery,
  withType,
} from './query';
import { type ScorecardDataSource } from './ScorecardDataSource';

type Props = QueryEditorProps<ScorecardDataSource, ScorecardQuery>;

/** Asks which numbers of which scorecard, node or KPI are wanted. */
export default function QueryEditor(props: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <Editor {...props} />
    </QueryClientProvider>
  );
}

const LABEL_WIDTH = 14;

function Editor({ query, onChange, onRunQuery }: Props) {
  const id = useId();
  const queryType = query.queryType ?? 'series';
  const change = (part: Partial<ScorecardQuery>) => {
    onChange({ ...query, queryType, ...part });
    onRunQuery();
  };
  const isSeries = queryType === 'series';
  const types: Array<{ value: QueryType; label: string }> = [
    { value: 'series', label: t('datasource.editor.series', 'Over time') },
    { value: 'table', label: t('datasource.editor.table', 'Table') },
  ];
  return (
    <>
      <InlineFieldRow>
        <InlineField label={t('datasource.editor.type', 'Show')} labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            options={types}
            value={queryType}
            onChange={(type) => {
              onChange(withType(query, type));
              onRunQuery();
            }}
          />
        </InlineField>
        <InlineField label={t('datasource.editor.scorecard', 'Scorecard')} labelWidth={LABEL_WIDTH}>
          <ScorecardPicker
            id={`${id}-scorecard`}
            value={query.scorecard}
            onChange={(scorecard) => change({ scorecard, node: undefined })}
          />
        </InlineField>
        {query.scorecard && !query.kpi && (
          <InlineField
            label={t('datasource.editor.node', 'Part')}
            labelWidth={LABEL_WIDTH}
            tooltip={t('datasource.editor.node-tooltip', 'A perspective, objective or KPI of the scorecard')}
          >
            <NodePicker
              id={`${id}-node`}
              scorecard={query.scorecard}
              unit={query.unit}
              value={query.node}
              onChange={(node) => change({ node })}
            />
          </InlineField>
        )}
        {isSeries && !query.node && (
          <InlineField
            label={t('datasource.editor.kpi', 'KPI')}
            labelWidth={LABEL_WIDTH}
            tooltip={t(
              'datasource.editor.kpi-tooltip',
              'Value, target and score of a KPI by itself; a scorecard then gives its status levels'
            )}
          >
            <KpiPicker id={`${id}-kpi`} value={query.kpi} onChange={(kpi) => change({ kpi })} />
          </InlineField>
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        <InlineField label={t('datasource.editor.unit', 'Unit')} labelWidth={LABEL_WIDTH}>
          <UnitChoice
            id={`${id}-unit`}
            value={query.unit}
            placeholder={t('datasource.editor.own-unit', 'Its own')}
            onChange={(unit) => change({ unit })}
          />
        </InlineField>
        {isSeries && (
          <>
            <InlineField label={t('datasource.editor.frequency', 'Frequency')} labelWidth={LABEL_WIDTH}>
              <Combobox<Frequency>
                id={`${id}-frequency`}
                value={query.frequency ?? null}
                placeholder={t('datasource.editor.own-frequency', 'Its own')}
                options={frequencies.map((value) => ({ value, label: frequencyLabel(value) }))}
                isClearable
                onChange={(option) => change({ frequency: option?.value })}
              />
            </InlineField>
            <InlineField
              label={t('datasource.editor.field', 'Number')}
              labelWidth={LABEL_WIDTH}
              tooltip={t('datasource.editor.field-tooltip', 'Alert rules get the score where none is chosen')}
            >
              <Combobox<Field>
                id={`${id}-field`}
                value={query.field ?? null}
                placeholder={t('datasource.editor.all-fields', 'All')}
                options={fields.map((value) => ({ value, label: fieldLabel(value) }))}
                isClearable
                onChange={(option) => change({ field: option?.value })}
              />
            </InlineField>
          </>
        )}
      </InlineFieldRow>
    </>
  );
}

interface NodePickerProps {
  id: string;
  scorecard: string;
  unit?: string;
  value: ScorecardQuery['node'];
  onChange: (node: ScorecardQuery['node']) => void;
}

function NodePicker({ id, scorecard, unit, value, onChange }: NodePickerProps) {
  const { data, isPending } = useView(scorecard, { unit });
  const options = useMemo(() => (data ? nodeOptions(data.node) : []), [data]);
  return (
    <Choice
      id={id}
      label={t('datasource.editor.node', 'Part')}
      placeholder={t('datasource.editor.whole', 'The whole scorecard')}
      value={nodeKey(value)}
      options={options}
      loading={isPending}
      onChange={(chosen) => onChange(nodeOf(chosen))}
    />
  );
}

function fieldLabel(field: Field): string {
  switch (field) {
    case 'score':
      return t('datasource.field.score', 'Score');
    case 'value':
      return t('datasource.field.value', 'Value');
    case 'target':
      return t('datasource.field.target', 'Target');
    case 'stretch':
      return t('datasource.field.stretch', 'Stretch target');
    case 'baseline':
      return t('datasource.field.baseline', 'Baseline');
  }
}
