import { screen, within } from '@testing-library/react';
import { fakeBackend, Refusal } from '../../testing/backend';
import { node, view } from '../../testing/nodes';
import { renderPage } from '../../testing/render';
import { ScorecardsPage } from './ScorecardsPage';

jest.mock('./demo', () => ({ demoDocuments: () => 'kind: OrgUnit' }));

const scorecard = (name: string, title: string) => ({
  metadata: { name },
  spec: { title, unit: 'company', owner: 'ceo', perspectives: [] },
});
const routes = {
  'GET scorecards': { items: [scorecard('corporate', 'Corporate'), scorecard('north', 'Region North')], next: null },
  'GET scorecards/corporate/view': view([node('Perspective', 'financial', { title: 'Financial', status: 'red' })]),
  'GET scorecards/north/view': new Refusal(500, { detail: 'no such calendar' }),
  'GET orgunits': { items: [{ metadata: { name: 'company' }, spec: { title: 'Company' } }], next: null },
  'GET kinds': { items: [{ kind: 'Scorecard', verbs: ['read', 'write'] }], next: null },
};

it('lists scorecards with how they are doing; one that fails does not take the others along', async () => {
  fakeBackend(routes);
  renderPage(<ScorecardsPage />);
  const row = (await screen.findByRole('link', { name: 'Corporate' })).closest('tr') as HTMLElement;
  expect(await within(row).findByText('67')).toBeVisible();
  expect(row).toHaveTextContent('Company');
  expect(row).toHaveTextContent('Financial ■off track');
  expect(await screen.findByRole('row', { name: /Region North.*no such calendar/ })).toBeVisible();
});

it('searches, and keeps the search in the URL', async () => {
  fakeBackend(routes);
  const { user, address } = renderPage(<ScorecardsPage />);
  await user.type(await screen.findByRole('textbox', { name: 'Search scorecards' }), 'north');
  expect(screen.queryByRole('link', { name: 'Corporate' })).not.toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Region North' })).toBeVisible();
  expect(address().searchParams.get('q')).toBe('north');
});

describe('the first run', () => {
  const empty = { ...routes, 'GET scorecards': { items: [], next: null } };

  it('loads the demo organisation and shows it', async () => {
    const received = fakeBackend({
      ...empty,
      'POST apply': () => {
        fakeBackend(routes);
        return {};
      },
    });
    const { user } = renderPage(<ScorecardsPage />);
    await user.click(await screen.findByRole('button', { name: 'Load the demo organisation' }));
    expect(await screen.findByRole('link', { name: 'Corporate' })).toBeVisible();
    expect(received).toContainEqual(expect.objectContaining({ method: 'POST', path: 'apply', body: 'kind: OrgUnit' }));
  });

  it('offers nothing to those who may only read', async () => {
    fakeBackend({ ...empty, 'GET kinds': { items: [{ kind: 'Scorecard', verbs: ['read'] }], next: null } });
    renderPage(<ScorecardsPage />);
    expect(await screen.findByText('Ask an editor to create the first one.')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
