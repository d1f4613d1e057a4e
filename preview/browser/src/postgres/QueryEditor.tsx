import { type QueryEditorProps, type SelectableValue } from '@grafana/data';
import { Button, CodeEditor, InlineField, RadioButtonGroup, Stack } from '@grafana/ui';
import { useState } from 'react';
import { type PostgresDataSource, type SqlQuery } from './datasource';

const formats: Array<SelectableValue<SqlQuery['format'] & string>> = [
  { label: 'Table', value: 'table' },
  { label: 'Time series', value: 'time_series' },
];

const macros = [
  ['$__timeFilter(column)', 'column lies in the time range'],
  ['$__timeFrom()  $__timeTo()', 'start and end of the time range'],
  ["$__timeGroup(column, '1d')", 'column rounded down to an interval; $__timeGroupAlias names it "time"'],
  ['$__unixEpochFilter(column)', 'as $__timeFilter, for seconds since 1970'],
  ['$__interval', 'a sensible interval for the time range'],
];

/** A code editor for SQL. Grafana's own has a visual builder beside it; the query that both write is the same. */
export function QueryEditor({ query, onChange, onRunQuery }: QueryEditorProps<PostgresDataSource, SqlQuery>) {
  const [help, setHelp] = useState(false);
  const setSql = (rawSql: string) =>
    rawSql !== query.rawSql && onChange({ ...query, rawSql, rawQuery: true, editorMode: 'code' });
  return (
    <Stack direction="column" gap={1}>
      <Stack alignItems="center" justifyContent="space-between" wrap="wrap">
        <InlineField label="Format">
          <RadioButtonGroup
            options={formats}
            value={query.format ?? 'table'}
            onChange={(format) => onChange({ ...query, format })}
            aria-label="Format"
          />
        </InlineField>
        <Stack>
          <Button variant="secondary" fill="text" size="sm" onClick={() => setHelp(!help)} aria-expanded={help}>
            Macros
          </Button>
          <Button variant="secondary" size="sm" icon="play" onClick={onRunQuery}>
            Run query
          </Button>
        </Stack>
      </Stack>
      <CodeEditor
        language="sql"
        value={query.rawSql ?? ''}
        height={180}
        showMiniMap={false}
        showLineNumbers
        monacoOptions={{ wordWrap: 'on' }}
        onBlur={setSql}
        onSave={(sql) => {
          setSql(sql);
          onRunQuery();
        }}
      />
      {help && (
        <dl>
          {macros.map(([macro, meaning]) => (
            <div key={macro}>
              <dt>
                <code>{macro}</code>
              </dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      )}
    </Stack>
  );
}
