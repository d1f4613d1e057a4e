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
import { type Change, GovernanceFields, LABEL_WIDTH } from './GovernanceFields';
import {
  fields,
  nodeKey,
  nodeOf,
  nodeOptions,
  type QueryType,
  queryTypes,
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

function Editor({ query, onChange, onRunQuery }: Props) {
  const queryType = query.queryType ?? 'series';
  const ask = (next: ScorecardQuery) => {
    onChange(next);
    onRunQuery();
  };
  const change: Change = (part) => ask({ ...query, queryType, ...part });
  return (
    <>
      <InlineFieldRow>
        <InlineField label={t('datasource.editor.type', 'Show')} labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            options={queryTypes.map((value) => ({ value, label: typeLabel(value) }))}
            value={queryType}
            onChange={(type) => ask(withType(query, type))}
          />
        </InlineField>
      </InlineFieldRow>
      {queryType === 'series' || queryType === 'table' ? (
        <ScoreFields query={query} isSeries={queryType === 'series'} change={change} />
      ) : (
        <GovernanceFields query={query} queryType={queryType} change={change} />
      )}
    </>
  );
}

interface ScoreFieldsProps {
  query: ScorecardQuery;
  isSeries: boolean;
  change: Change;
}

function ScoreFields({ query, isSeries, change }: ScoreFieldsProps) {
  const id = useId();
  return (
    <>
      <InlineFieldRow>
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
              <Combobox<(typeof fields)[number]>
                id={`${id}-field`}
                value={fields.find((field) => field === query.field) ?? null}
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

function typeLabel(type: QueryType): string {
  switch (type) {
    case 'series':
      return t('datasource.editor.series', 'Over time');
    case 'table':
      return t('datasource.editor.table', 'Table');
    case 'reviews':
      return t('datasource.editor.reviews', 'Reviews');
    case 'decisions':
      return t('datasource.editor.decisions', 'Decisions');
    case 'register':
      return t('datasource.editor.register', 'Register');
  }
}

function fieldLabel(field: (typeof fields)[number]): string {
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
