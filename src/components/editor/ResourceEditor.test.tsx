import { screen, waitFor } from '@testing-library/react';
import { fakeBackend, type Received, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { TextField } from '../form/fields';
import { NameField } from '../form/NameField';
import { ResourceEditor } from './ResourceEditor';

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual('@grafana/ui'),
  CodeEditor: ({ value, onChange }: { value: string; onChange: (text: string) => void }) => (
    <textarea aria-label="YAML" defaultValue={value} onChange={({ target }) => onChange(target.value)} />
  ),
}));

const initial = { metadata: { name: '' }, spec: { title: '' } };
const existing = { metadata: { name: 'growth' }, spec: { title: 'Growth', vision: 'far' } };
const saved = { kind: 'Strategy', metadata: { name: 'growth', version: 5 }, spec: {} };

function open(props: Partial<Parameters<typeof ResourceEditor>[0]> = {}) {
  const onSaved = jest.fn();
  const page = renderPage(
    <ResourceEditor kind="Strategy" initial={initial} mayWrite onSaved={onSaved} onDeleted={() => {}} {...props}>
      <TextField name="spec.title" label="Title" required />
      <NameField fixed={props.version !== undefined} />
      <TextField name="spec.vision" label="Vision" multiline />
    </ResourceEditor>
  );
  return { ...page, onSaved };
}

const writes = (received: Received[]) => received.filter(({ method }) => method !== 'GET');

beforeEach(() => sessionStorage.clear());

it('proposes a name, creates the resource, and says why it was', async () => {
  const received = fakeBackend({ 'POST strategies': saved });
  const { user, onSaved } = open();
  await user.type(screen.getByRole('textbox', { name: /^Title/ }), 'Growth 2026');
  expect(screen.getByRole('textbox', { name: /^Name/ })).toHaveValue('growth-2026');
  await user.type(screen.getByRole('textbox', { name: /^Why/ }), 'first draft');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(saved));
  expect(writes(received)[0]).toMatchObject({
    path: 'strategies',
    body: { kind: 'Strategy', metadata: { name: 'growth-2026' }, spec: { title: 'Growth 2026' } },
    headers: { 'X-Change-Reason': 'first draft' },
  });
  expect((writes(received)[0].body as { spec: object }).spec).not.toHaveProperty('vision');
});

it('holds what the contract refuses back, and says so at the field', async () => {
  const received = fakeBackend({});
  const { user } = open();
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Some fields need a change before it can be saved')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Title/ })).toBeInvalid();
  expect(writes(received)).toEqual([]);
});

it('shows what the server finds at its field', async () => {
  const errors = [{ path: '/spec/vision', message: 'says nothing' }];
  fakeBackend({ 'PUT strategies/growth': new Refusal(422, { detail: 'one problem', errors }) });
  const { user } = open({ initial: existing, version: 4 });
  await user.type(screen.getByRole('textbox', { name: 'Vision' }), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /Vision/ })).toBeInvalid());
  expect(screen.getAllByText(/says nothing/)).toHaveLength(2);
});

it('lets people choose when somebody else was faster', async () => {
  const theirs = { ...saved, spec: { title: 'Theirs' } };
  const received = fakeBackend({
    'PUT strategies/growth': ({ headers }: Received) =>
      headers['If-Match'] === '"5"' ? saved : new Refusal(412, { current: theirs }),
  });
  const { user, onSaved } = open({ initial: existing, version: 4 });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await user.click(await screen.findByRole('button', { name: 'Save mine over it' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(writes(received)[1].body).toMatchObject({ spec: { title: 'Growth' } });
});

it('keeps form and YAML in step, both ways', async () => {
  fakeBackend({});
  const { user } = open({ initial: existing, version: 4 });
  await user.click(screen.getByRole('tab', { name: 'YAML' }));
  const yaml = await screen.findByRole('textbox', { name: 'YAML' });
  expect(yaml).toHaveDisplayValue(/title: Growth/);
  await user.clear(yaml);
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.type(yaml, 'kind: Strategy\nmetadata:\n  name: growth\nspec:\n  title: Typed');
  await user.click(screen.getByRole('tab', { name: 'Form' }));
  expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue('Typed');
  expect(screen.getByRole('textbox', { name: 'Vision' })).toHaveValue('');
});

it('shows what saving would change before it does', async () => {
  const plan = {
    created: [],
    changed: [
      { ref: { kind: 'Strategy', name: 'growth' }, diff: [{ path: '/spec/title', from: 'Growth', to: 'More' }] },
    ],
    unchanged: [],
    deleted: [],
    impact: [{ kind: 'Scorecard', name: 'corporate' }],
  };
  const received = fakeBackend({ 'POST apply': plan });
  const { user } = open({ initial: existing, version: 4 });
  await user.click(screen.getByRole('tab', { name: 'Changes' }));
  expect(await screen.findByRole('row', { name: '/spec/title Growth More' })).toBeVisible();
  expect(screen.getByText('Scorecard corporate')).toBeVisible();
  expect(writes(received)[0].params).toEqual({ dryRun: true });
});

it('brings unsaved changes back after a reload, and can discard them', async () => {
  fakeBackend({});
  const { user, unmount } = open({ initial: existing, version: 4 });
  await user.type(screen.getByRole('textbox', { name: /^Title/ }), ' and more');
  await waitFor(() => expect(sessionStorage).toHaveLength(1));
  unmount();
  const again = open({ initial: existing, version: 4 });
  expect(await screen.findByText('Your unsaved changes are back')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue('Growth and more');
  await again.user.click(screen.getByRole('button', { name: 'Discard them' }));
  expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue('Growth');
  expect(sessionStorage).toHaveLength(0);
});

it('is read-only for what a file manages', () => {
  fakeBackend({});
  open({ initial: existing, version: 4, file: 'strategy.yaml' });
  expect(screen.getByText('Change strategy.yaml; it is read-only here.')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Title/ })).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
});

it('tells who may not change anything so', async () => {
  fakeBackend({ 'GET kinds': { items: [{ kind: 'Strategy', verbs: ['read'] }], next: null } });
  open({ initial: existing, version: 4, mayWrite: false });
  expect(await screen.findByText('You may look, but not change anything here')).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
});

it('asks before it deletes, and lists what still refers to it', async () => {
  const referrers = [{ kind: 'Scorecard', name: 'corporate' }];
  fakeBackend({ 'DELETE strategies/growth': new Refusal(409, { detail: 'still referenced', referrers }) });
  const { user } = open({ initial: existing, version: 4 });
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByTestId('data-testid Confirm Modal Danger Button'));
  expect(await screen.findByRole('list', { name: 'Still refer to it' })).toHaveTextContent('Scorecard corporate');
});
