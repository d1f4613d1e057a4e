import { Combobox, InlineField, InlineFieldRow, Input, RadioButtonGroup } from '@grafana/ui';
import { useId } from 'react';
import { KpiPicker, ScorecardPicker } from '../components/pickers';
import { t } from '../i18n';
import { type QueryType, registerFields, type RegisterRows, registerRows, type ScorecardQuery } from './query';

/** Changes a part of the query and asks it. */
export type Change = (part: Partial<ScorecardQuery>) => void;

export const LABEL_WIDTH = 14;

interface Props {
  query: ScorecardQuery;
  queryType: QueryType;
  change: Change;
}

/** Asks which reviews, decisions or entries of the register are wanted; without a wish it is all of them. */
export function GovernanceFields({ query, queryType, change }: Props) {
  const id = useId();
  return (
    <InlineFieldRow>
      {queryType !== 'register' && (
        <InlineField label={t('datasource.editor.scorecard', 'Scorecard')} labelWidth={LABEL_WIDTH}>
          <ScorecardPicker
            id={`${id}-scorecard`}
            value={query.scorecard}
            onChange={(scorecard) => change({ scorecard })}
          />
        </InlineField>
      )}
      {queryType === 'reviews' && (
        <InlineField label={t('datasource.editor.when', 'When')} labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            id={`${id}-when`}
            value={query.show === 'next' ? 'next' : 'range'}
            options={[
              { value: 'range', label: t('datasource.when.range', 'In the time range') },
              { value: 'next', label: t('datasource.when.next', 'Three months after it') },
            ]}
            onChange={(when) => change({ show: when === 'next' ? 'next' : undefined })}
          />
        </InlineField>
      )}
      {queryType !== 'reviews' && (
        <InlineField label={t('datasource.editor.kpi', 'KPI')} labelWidth={LABEL_WIDTH}>
          <KpiPicker id={`${id}-kpi`} value={query.kpi} onChange={(kpi) => change({ kpi })} />
        </InlineField>
      )}
      {queryType === 'register' && <RegisterFields query={query} change={change} />}
    </InlineFieldRow>
  );
}

function RegisterFields({ query, change }: Omit<Props, 'queryType'>) {
  const id = useId();
  return (
    <>
      <InlineField label={t('datasource.editor.rows', 'Rows')} labelWidth={LABEL_WIDTH}>
        <Combobox<RegisterRows>
          id={`${id}-rows`}
          value={registerRows.find((rows) => rows === query.show) ?? null}
          placeholder={rowsLabel('waiting')}
          options={registerRows.map((value) => ({ value, label: rowsLabel(value) }))}
          isClearable
          onChange={(option) => change({ show: option?.value })}
        />
      </InlineField>
      <InlineField label={t('datasource.editor.owner', 'Owner')} labelWidth={LABEL_WIDTH}>
        <Input
          id={`${id}-owner`}
          width={24}
          placeholder={t('datasource.editor.everybody', 'Everybody')}
          defaultValue={query.owner ?? ''}
          onBlur={({ currentTarget }) => change({ owner: currentTarget.value.trim() || undefined })}
        />
      </InlineField>
      <InlineField
        label={t('datasource.editor.field', 'Number')}
        labelWidth={LABEL_WIDTH}
        tooltip={t('datasource.editor.count-tooltip', 'One number instead of rows; alert rules get what is overdue')}
      >
        <Combobox<(typeof registerFields)[number]>
          id={`${id}-field`}
          value={registerFields.find((field) => field === query.field) ?? null}
          placeholder={t('datasource.editor.no-number', 'None: rows')}
          options={registerFields.map((value) => ({ value, label: rowsLabel(value) }))}
          isClearable
          onChange={(option) => change({ field: option?.value })}
        />
      </InlineField>
    </>
  );
}

function rowsLabel(rows: RegisterRows | (typeof registerFields)[number]): string {
  switch (rows) {
    case 'waiting':
      return t('datasource.rows.waiting', 'Waiting');
    case 'open':
      return t('datasource.rows.open', 'Open');
    case 'overdue':
      return t('datasource.rows.overdue', 'Overdue');
    case 'escalated':
      return t('datasource.rows.escalated', 'Escalated');
    case 'closed':
      return t('datasource.rows.closed', 'Closed');
    case 'all':
      return t('datasource.rows.all', 'All');
  }
}
