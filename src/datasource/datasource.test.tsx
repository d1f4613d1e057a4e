import { type DataSourceInstanceSettings } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { fakeBackend } from '../testing/backend';
import { kpi, node, view } from '../testing/nodes';
import { isComplete, nodeOf, nodeOptions, type ScorecardQuery, withType } from './query';
import QueryEditor from './QueryEditor';
import { ScorecardDataSource } from './ScorecardDataSource';

const query = (change: Partial<ScorecardQuery> = {}): ScorecardQuery => ({
  refId: 'A',
  queryType: 'series',
  ...change,
});

const tree = node('Scorecard', 'corporate', {
  children: [
    node('Perspective', 'financial', {
      title: 'Financial',
      children: [
        node('Objective', 'grow', { title: 'Grow', children: [kpi('revenue', 70)] }),
        node('Objective', 'earn', { title: 'Earn', children: [kpi('revenue', 70)] }),
      ],
    }),
  ],
});

describe('a query', () => {
  it.each([
    ['of a scorecard', query({ scorecard: 'corporate' }), true],
    ['of a KPI', query({ kpi: 'revenue' }), true],
    ['of nothing', query(), false],
    ['for a table of a KPI alone', query({ queryType: 'table', kpi: 'revenue' }), false],
    ['of all reviews', query({ queryType: 'reviews' }), true],
    ['of all decisions', query({ queryType: 'decisions' }), true],
    ['of the register', query({ queryType: 'register' }), true],
  ])('can be asked or not: %s', (_, given, expected) => {
    expect(isComplete(given)).toBe(expected);
  });

  it('forgets as a table what only a series has', () => {
    const given = query({ scorecard: 'c', kpi: 'revenue', frequency: 'month', field: 'score', unit: 'north' });
    expect(withType(given, 'table')).toEqual({ refId: 'A', queryType: 'table', scorecard: 'c', unit: 'north' });
  });

  it('forgets as another type what that doesn’t know', () => {
    const given = query({
      scorecard: 'c',
      kpi: 'revenue',
      field: 'score',
      unit: 'north',
      show: 'overdue',
      owner: 'ann',
    });
    expect(withType(given, 'reviews')).toEqual({ refId: 'A', queryType: 'reviews', scorecard: 'c' });
    expect(withType(given, 'decisions')).toEqual({
      refId: 'A',
      queryType: 'decisions',
      scorecard: 'c',
      kpi: 'revenue',
    });
    expect(withType(given, 'register')).toEqual({
      refId: 'A',
      queryType: 'register',
      kpi: 'revenue',
      show: 'overdue',
      owner: 'ann',
    });
    expect(withType({ ...given, field: 'overdue' }, 'register').field).toBe('overdue');
    expect(withType({ ...given, field: 'overdue' }, 'series').field).toBeUndefined();
  });

  it('offers each node once, by its way down', () => {
    expect(nodeOptions(tree).map(({ value }) => value)).toEqual([
      'Perspective/financial',
      'Objective/grow',
      'Kpi/revenue',
      'Objective/earn',
    ]);
    expect(nodeOf('Kpi/revenue')).toEqual({ kind: 'Kpi', name: 'revenue' });
    expect(nodeOf(undefined)).toBeUndefined();
  });

  it('has its variables filled in before it leaves the browser', () => {
    setTemplateSrv({ replace: (text: string) => text.replace('$unit', 'north') } as unknown as TemplateSrv);
    const source = new ScorecardDataSource({ jsonData: {} } as unknown as DataSourceInstanceSettings);
    expect(source.applyTemplateVariables(query({ scorecard: 'corporate', unit: '$unit' }), {})).toEqual(
      query({ scorecard: 'corporate', unit: 'north' })
    );
  });
});

describe('the editor', () => {
  const show = (initial: ScorecardQuery) => {
    const asked: ScorecardQuery[] = [];
    const resource = (kind: string, name: string, title: string) => ({ kind, metadata: { name }, spec: { title } });
    fakeBackend({
      'GET scorecards': { items: [resource('Scorecard', 'corporate', 'Corporate scorecard')], next: null },
      'GET kpis': { items: [resource('Kpi', 'revenue', 'Revenue')], next: null },
      'GET orgunits': { items: [resource('OrgUnit', 'north', 'North')], next: null },
      'GET scorecards/corporate/view': view(tree.children),
    });
    function Host() {
      const [shown, setShown] = useState(initial);
      const onChange = (next: ScorecardQuery) => {
        asked.push(next);
        setShown(next);
      };
      return <QueryEditor datasource={{} as never} query={shown} onChange={onChange} onRunQuery={() => {}} />;
    }
    render(<Host />);
    return { asked, user: userEvent.setup() };
  };
  const picker = (name: string) => screen.findByRole('combobox', { name });
  const choose = async (user: ReturnType<typeof userEvent.setup>, name: string, text: string) => {
    await user.type(await picker(name), `${text}{ArrowDown}{Enter}`);
    expect(((await picker(name)) as HTMLInputElement).value).toContain(text);
  };

  it('asks for a part once there is a scorecard, and not for both a part and a KPI', async () => {
    const { user, asked } = show(query());
    expect(screen.queryByRole('combobox', { name: 'Part' })).not.toBeInTheDocument();
    await choose(user, 'Scorecard', 'Corporate');
    expect(asked.at(-1)).toEqual(query({ scorecard: 'corporate' }));

    await choose(user, 'Part', 'Grow');
    expect(asked.at(-1)).toEqual(query({ scorecard: 'corporate', node: { kind: 'Objective', name: 'grow' } }));
    expect(screen.queryByRole('combobox', { name: 'KPI' })).not.toBeInTheDocument();
  });

  it('has no KPI, frequency or number for a table', async () => {
    const { user, asked } = show(query({ kpi: 'revenue', field: 'value' }));
    await picker('KPI');
    await user.click(screen.getByRole('radio', { name: 'Table' }));
    expect(asked.at(-1)).toEqual(query({ queryType: 'table' }));
    expect(screen.queryByRole('combobox', { name: 'KPI' })).not.toBeInTheDocument();
    expect(screen.queryByText('Frequency')).not.toBeInTheDocument();
  });

  it('restricts reviews by scorecard, and the register by rows or to one number', async () => {
    const { user, asked } = show(query({ scorecard: 'corporate', field: 'score' }));
    await user.click(screen.getByRole('radio', { name: 'Reviews' }));
    expect(asked.at(-1)).toEqual(query({ queryType: 'reviews', scorecard: 'corporate' }));
    expect(screen.queryByRole('combobox', { name: 'KPI' })).not.toBeInTheDocument();

    await user.click(screen.getByRole('radio', { name: 'Three months after it' }));
    expect(asked.at(-1)).toEqual(query({ queryType: 'reviews', scorecard: 'corporate', show: 'next' }));

    await user.click(screen.getByRole('radio', { name: 'Register' }));
    expect(asked.at(-1)).toEqual(query({ queryType: 'register' }));
    await choose(user, 'Rows', 'Escalated');
    await choose(user, 'Number', 'Overdue');
    expect(asked.at(-1)).toEqual(query({ queryType: 'register', show: 'escalated', field: 'overdue' }));
    await user.type(screen.getByRole('textbox', { name: 'Owner' }), 'ann');
    await user.tab();
    expect(asked.at(-1)).toEqual(query({ queryType: 'register', show: 'escalated', field: 'overdue', owner: 'ann' }));
  });

  it('begins an annotation with reviews', () => {
    const source = new ScorecardDataSource({ jsonData: {} } as unknown as DataSourceInstanceSettings);
    expect(source.annotations.getDefaultQuery?.()).toEqual({ queryType: 'reviews' });
  });

  it('keeps the name of what is gone', async () => {
    show(query({ scorecard: 'abolished' }));
    expect(await picker('Scorecard')).toHaveValue('abolished');
  });
});
