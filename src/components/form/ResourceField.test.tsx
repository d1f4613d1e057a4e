import { screen, waitFor } from '@testing-library/react';
import { type ReactNode } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { fakeBackend, type Received, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { ResourceField } from './ResourceField';

// jsdom has no room on screen, for which the list of options is drawn; here all of them are.
jest.mock('@tanstack/react-virtual', () => ({
  ...jest.requireActual('@tanstack/react-virtual'),
  useVirtualizer: ({ count }: { count: number }) => ({
    getTotalSize: () => count,
    getVirtualItems: () => Array.from({ length: count }, (_, index) => ({ index, key: index, size: 1, start: index })),
    measureElement: () => {},
    scrollToIndex: () => {},
  }),
}));

function Form({ children }: { children: ReactNode }) {
  const form = useForm({ defaultValues: { strategy: '' } });
  const chosen = useWatch({ control: form.control, name: 'strategy' });
  return (
    <FormProvider {...form}>
      {children}
      <output>{chosen}</output>
    </FormProvider>
  );
}

const strategies = [
  { metadata: { name: 'growth' }, spec: { title: 'Growth', status: 'active' } },
  { metadata: { name: 'old' }, spec: { title: 'Old one', status: 'retired' } },
];

const open = (props: Partial<Parameters<typeof ResourceField<'Strategy'>>[0]> = {}) =>
  renderPage(
    <Form>
      <ResourceField kind="Strategy" name="strategy" label="Strategy" required {...props} />
    </Form>
  );

it('offers what is accepted, by title, and puts the name into the form', async () => {
  fakeBackend({ 'GET strategies': { items: strategies, next: null } });
  const { user } = open({ accept: ({ status }) => status === 'active' });
  await user.click(await screen.findByRole('combobox', { name: /Strategy/ }));
  expect(await screen.findAllByRole('option')).toHaveLength(1);
  await user.click(screen.getByRole('option', { name: /Growth/ }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('growth'));
});

it('creates a resource for a title that is new', async () => {
  const received = fakeBackend({
    'GET strategies': { items: strategies, next: null },
    'POST strategies': ({ body }: Received) => body,
  });
  const { user } = open({ create: (title) => ({ title }) });
  await user.type(await screen.findByRole('combobox', { name: /Strategy/ }), 'Open new markets');
  await user.click(await screen.findByRole('option', { name: /Create it/ }));
  await waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('open-new-markets'));
  expect(received.find(({ method }) => method === 'POST')?.body).toMatchObject({
    kind: 'Strategy',
    metadata: { name: 'open-new-markets' },
    spec: { title: 'Open new markets' },
  });
});

it('says at the field why none was created', async () => {
  fakeBackend({
    'GET strategies': { items: [], next: null },
    'POST strategies': new Refusal(409, { detail: 'growth exists already' }),
  });
  const { user } = open({ create: (title) => ({ title }) });
  await user.type(await screen.findByRole('combobox', { name: /Strategy/ }), 'Growth');
  await user.click(await screen.findByRole('option', { name: /Create it/ }));
  expect(await screen.findByText('growth exists already')).toBeVisible();
});
