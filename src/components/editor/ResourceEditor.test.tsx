import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeBackend, type Received, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { DateField } from '../form/DateField';
import { FieldGroup } from '../form/FieldGroup';
import { TextField } from '../form/fields';
import { LinesField } from '../form/LinesField';
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
      {props.children ?? (
        <>
          <TextField name="spec.title" label="Title" required />
          <NameField fixed={props.version !== undefined} />
          <TextField name="spec.vision" label="Vision" multiline />
        </>
      )}
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

it('says nothing new while the mouse is down on Save, which would move from under it', async () => {
  fakeBackend({});
  const { user } = open();
  const title = screen.getByRole('textbox', { name: /^Title/ });
  await user.type(title, 'x'.repeat(201));
  await user.pointer({ keys: '[MouseLeft>]', target: screen.getByRole('button', { name: 'Save' }) });
  expect(title).toHaveFocus();
  await user.pointer({ keys: '[/MouseLeft]' });
  expect(await screen.findByText('Some fields need a change before it can be saved')).toBeVisible();
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

it('calls what is wrong by its label, and goes to the first field that is', async () => {
  fakeBackend({});
  const { user } = open({ initial: { ...existing, spec: { title: ' ', vision: 'x'.repeat(10_001) } }, version: 4 });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const problems = await screen.findAllByRole('listitem');
  expect(problems.map(({ textContent }) => textContent)).toEqual([
    'Title: This is needed.',
    'Vision: Shorten this to 10,000 characters; it has 10,001.',
  ]);
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveFocus());
});

it('shows what the server finds in lists: at the item, and with the line at a list of lines', async () => {
  const errors = [
    { path: '/spec/committees/0', message: 'stands here twice' },
    { path: '/spec/committees/0/members/1', message: 'left' },
    { path: '', message: 'is too much', resource: { kind: 'Review', name: 'may' } },
  ];
  fakeBackend({ 'PUT governancecharters/growth': new Refusal(422, { detail: 'three problems', errors }) });
  const committees = [{ name: 'board', title: 'Board', members: ['ann', '', 'bob'] }];
  const { user } = open({
    kind: 'GovernanceCharter',
    initial: { metadata: { name: 'growth' }, spec: { title: 'Growth', committees } },
    version: 4,
    children: (
      <FieldGroup path="spec.committees.0" label="Board">
        <LinesField name="spec.committees.0.members" label="Members" />
      </FieldGroup>
    ),
  });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Line 3: left')).toBeVisible();
  expect(within(screen.getByRole('group', { name: 'Board' })).getByText('stands here twice')).toBeVisible();
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Board: stands here twice',
    'Board › Members: left',
    'Review may is too much',
  ]);
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Members/ })).toHaveFocus());
});

it('doesn’t take a day that there isn’t for none', async () => {
  const received = fakeBackend({});
  const { user } = open({ initial: existing, version: 4, children: <DateField name="spec.from" label="From" /> });
  const input = screen.getByLabelText('From');
  Object.defineProperty(input, 'validity', { value: { badInput: true } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findAllByText(/There is no such day/))[0]).toBeVisible();
  expect(input).toHaveFocus();
  expect(writes(received)).toEqual([]);
});

it('saves once, however often the button is clicked', async () => {
  const received = fakeBackend({ 'PUT strategies/growth': saved });
  const { user, onSaved } = open({ initial: existing, version: 4 });
  await user.dblClick(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(writes(received)).toHaveLength(1);
});

it('saves what was typed once the server is back', async () => {
  let down = true;
  fakeBackend({ 'PUT strategies/growth': () => (down ? new Refusal(503, { detail: 'not now' }) : saved) });
  const { user, onSaved } = open({ initial: existing, version: 4 });
  await user.type(screen.getByRole('textbox', { name: /^Title/ }), '!');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('It was not saved')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Title/ })).toHaveValue('Growth!');
  down = false;
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalledWith(saved));
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

it('keeps YAML that can’t be read yet while another tab is looked at', async () => {
  fakeBackend({});
  const { user } = open({ initial: existing, version: 4 });
  await user.click(screen.getByRole('tab', { name: 'YAML' }));
  await user.type(await screen.findByRole('textbox', { name: 'YAML' }), '  vision: [[');
  await user.click(screen.getByRole('tab', { name: 'Form' }));
  expect(screen.getByText('The YAML can’t be read yet')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled();
  await user.click(screen.getByRole('tab', { name: 'YAML' }));
  expect(await screen.findByRole('textbox', { name: 'YAML' })).toHaveDisplayValue(/vision: \[/);
});

it('says so where the form can’t show what the YAML has', async () => {
  fakeBackend({});
  const committees = 'Board';
  open({ kind: 'GovernanceCharter', initial: { metadata: { name: 'growth' }, spec: { committees } }, version: 4 });
  expect(await screen.findByRole('textbox', { name: 'YAML' })).toHaveDisplayValue(/committees: Board/);
  await userEvent.click(screen.getByRole('tab', { name: 'Form' }));
  expect(screen.getByText('The form can’t show what stands in the YAML')).toBeVisible();
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

it('keeps what was typed just before the form was left, and nothing of what was saved', async () => {
  fakeBackend({ 'PUT strategies/growth': saved });
  const { user, unmount } = open({ initial: existing, version: 4 });
  await user.type(screen.getByRole('textbox', { name: /^Title/ }), '!');
  unmount();
  expect(sessionStorage).toHaveLength(1);
  const again = open({ initial: existing, version: 4 });
  await again.user.click(screen.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(again.onSaved).toHaveBeenCalled());
  again.unmount();
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
