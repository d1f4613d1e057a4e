import { type ReportSection, type ReportTable } from '../../../api/reports';
import { cellText, columnHeading, notesOf, reportHeading } from './reportWords';

type Column = ReportTable['columns'][number];

const column = (name: string, title: string, type: Column['type'] = 'text'): Column => ({
  name,
  title,
  type,
  decimals: null,
});

it.each<[string, Column, string, string]>([
  ['a day', column('due', 'Due', 'date'), '2026-03-31', 'Mar 31, 2026'],
  ['a period', column('period', 'Period'), '2026-03', 'March 2026'],
  ['a state of data', column('state', 'Data'), 'stale', 'stale'],
  ['a state of an action', column('state', 'State'), 'inProgress', 'in progress'],
  ['what the server noted', column('note', 'Note'), 'none', 'nothing'],
  ['what somebody noted', column('note', 'Note'), 'strike', 'strike'],
  ['a title', column('title', 'Action'), '2026-03', '2026-03'],
])('writes %s', (_name, each, value, text) => {
  expect(cellText(value, each, new Map([['none', 'nothing']]))).toBe(text);
});

it('names what a table is about', () => {
  expect(columnHeading(column('title', 'Decision'))).toBe('Decision');
  expect(columnHeading(column('title', 'Action'))).toBe('Action');
  expect(columnHeading(column('own', 'Own words'))).toBe('Own words');
  expect(reportHeading('Own words')).toBe('Own words');
});

it('knows why numbers are absent anywhere in a section', () => {
  const reason = (kpi: string) => ({ code: 'unknownKpi', message: `no ${kpi}`, params: { kpi } });
  const node = (kpi: string, children: unknown[] = []) => ({ reason: reason(kpi), children });
  const section = {
    views: [{ node: node('a', [node('b')]) }],
    maps: [{ perspectives: [{ objectives: [{ reason: reason('c') }, {}] }] }],
  } as unknown as ReportSection;
  expect(Object.fromEntries(notesOf(section))).toEqual({
    'no a': 'there is no KPI a',
    'no b': 'there is no KPI b',
    'no c': 'there is no KPI c',
  });
});
