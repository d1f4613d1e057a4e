import { screen, waitFor, within } from '@testing-library/react';
import { fakeBackend } from '../../../testing/backend';
import { renderPage } from '../../../testing/render';
import { CharterEditPage } from './CharterEditPage';

jest.mock('@grafana/runtime', () => ({
  ...jest.requireActual('@grafana/runtime'),
  PluginPage: ({ pageNav, children }: { pageNav: { text: string }; children: object }) => (
    <main>
      <h1>{pageNav.text}</h1>
      <>{children}</>
    </main>
  ),
}));

const scorecard = (name: string) => ({
  apiVersion: 'scorecard/v1',
  kind: 'Scorecard',
  metadata: { name, version: 1 },
  spec: { title: `The ${name} scorecard` },
});

it('writes a charter with committees, delegates and promises', async () => {
  const received = fakeBackend({
    'GET kinds': { items: [{ kind: 'GovernanceCharter', verbs: ['read', 'write'] }], next: null },
    'GET scorecards': { items: [scorecard('corporate'), scorecard('works')], next: null },
    'POST governancecharters': ({ body }: { body: unknown }) => body,
  });
  const { user } = renderPage(<CharterEditPage />, { url: '/reviews/charters/new' });
  await user.type((await screen.findAllByRole('textbox', { name: /^Title/ }))[0], 'Our charter');
  const board = screen.getByRole('group', { name: 'Executive board' });
  await user.type(within(board).getByRole('textbox', { name: /^Members/ }), 'ceo{Enter}cfo@example.org');
  await user.type(within(board).getByRole('textbox', { name: 'Stands in for cfo@example.org' }), 'controller');
  await user.click(screen.getByRole('button', { name: 'Add a promise' }));
  const promise = screen.getByRole('group', { name: 'Promise 1' });
  // Lists of options aren't drawn without a layout: the keyboard chooses.
  await user.type(within(promise).getByRole('combobox', { name: /^Scorecard/ }), 'works{ArrowDown}{Enter}');
  await user.type(within(promise).getByRole('combobox', { name: /^Committee/ }), 'board{ArrowDown}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'POST')?.body).toMatchObject({
      metadata: { name: 'our-charter' },
      spec: {
        committees: [
          {
            name: 'executive-board',
            members: ['ceo', 'cfo@example.org'],
            delegates: { 'cfo@example.org': 'controller' },
          },
        ],
        reviews: [{ scorecard: 'works', committee: 'executive-board', tier: 'strategic', every: 'quarter' }],
      },
    })
  );
});

it('names new committees by their titles, and leaves the names that there are, since series refer to them', async () => {
  const received = fakeBackend({
    'GET kinds': { items: [{ kind: 'GovernanceCharter', verbs: ['read', 'write'] }], next: null },
    'GET governancecharters/ours': {
      apiVersion: 'scorecard/v1',
      kind: 'GovernanceCharter',
      metadata: { name: 'ours', version: 3 },
      spec: { title: 'Ours', committees: [{ name: 'board', title: 'Board' }] },
    },
    'PUT governancecharters/ours': ({ body }: { body: unknown }) => body,
  });
  const { user } = renderPage(<CharterEditPage />, {
    url: '/reviews/charters/ours/edit',
    path: '/reviews/charters/:name/edit',
  });
  const board = await screen.findByRole('group', { name: 'Board' });
  await user.type(within(board).getByRole('textbox', { name: /^Title/ }), ' of ours');
  await user.click(screen.getByRole('button', { name: 'Add a committee' }));
  const second = screen.getByRole('group', { name: 'committee 2' });
  await user.type(within(second).getByRole('textbox', { name: /^Title/ }), 'New team');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() =>
    expect(received.find(({ method }) => method === 'PUT')?.body).toMatchObject({
      spec: {
        committees: [
          { name: 'board', title: 'Board of ours' },
          { name: 'new-team', title: 'New team' },
        ],
      },
    })
  );
});
