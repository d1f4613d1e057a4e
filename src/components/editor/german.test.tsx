import { screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { initTranslations } from '../../i18n';
import texts from '../../locales/de-DE/bsc-scorecard-app.json';
import { PLUGIN_ID } from '../../pluginId';
import { fakeBackend, Refusal } from '../../testing/backend';
import { renderPage } from '../../testing/render';
import { TextField } from '../form/fields';
import { NameField } from '../form/NameField';
import { ResourceEditor } from './ResourceEditor';

beforeAll(async () => {
  i18next.addResourceBundle('de-DE', PLUGIN_ID, texts);
  await i18next.changeLanguage('de-DE');
  await initTranslations();
});

it('says what the server refuses in German, at the field and above the form', async () => {
  const errors = [
    {
      path: '/spec/committee',
      message: 'the charter “board” has no committee “audti”; did you mean “audit”?',
      said: {
        code: 'charterLacksCommittee',
        sentence: 'didYouMean',
        message: 'the charter “board” has no committee “audti”; did you mean “audit”?',
        params: { near: 'audit' },
        cause: {
          code: 'charterLacksCommittee',
          message: 'the charter “board” has no committee “audti”',
          params: { charter: 'board', committee: 'audti' },
        },
      },
    },
    { path: '/spec/owner', message: 'is nobody we know' },
  ];
  fakeBackend({ 'PUT decisions/price': new Refusal(422, { detail: 'two problems', errors }) });
  const { user } = renderPage(
    <ResourceEditor
      kind="Decision"
      initial={{ metadata: { name: 'price' }, spec: { title: 'Preis' } }}
      version={4}
      mayWrite
      onSaved={() => {}}
      onDeleted={() => {}}
    >
      <TextField name="spec.committee" label="Gremium" />
    </ResourceEditor>
  );
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  const german = 'Die Charta „board“ hat kein Gremium „audti“. Meinten Sie „audit“?';
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Gremium/ })).toBeInvalid());
  expect(screen.getAllByText(german)).toHaveLength(2);
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    `Gremium: ${german}`,
    '/spec/owner is nobody we know',
  ]);
});

it('says at the name that it is taken', async () => {
  const message = 'Decision “preis” exists already: change it with PUT or PATCH, or choose another name';
  const said = { code: 'existsAlready', message, params: { kind: 'Decision', name: 'preis' } };
  const errors = [{ path: '/metadata/name', message, said, resource: { kind: 'Decision', name: 'preis' } }];
  fakeBackend({ 'POST decisions': new Refusal(409, { detail: message, errors }) });
  const { user } = renderPage(
    <ResourceEditor
      kind="Decision"
      initial={{ metadata: { name: '' }, spec: { title: '' } }}
      mayWrite
      onSaved={() => {}}
      onDeleted={() => {}}
    >
      <TextField name="spec.title" label="Titel" required />
      <NameField fixed={false} />
    </ResourceEditor>
  );
  await user.type(screen.getByRole('textbox', { name: /^Titel/ }), 'Preis');
  await user.click(screen.getByRole('button', { name: 'Speichern' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: /^Name/ })).toBeInvalid());
  expect(screen.getAllByText('Entscheidung „preis“ gibt es bereits: Wählen Sie einen anderen Namen.')).toHaveLength(2);
});
