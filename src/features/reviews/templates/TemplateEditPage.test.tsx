import { screen, waitFor } from '@testing-library/react';
import { fakeBackend } from '../../../testing/backend';
import { renderPage } from '../../../testing/render';
import { TemplateEditPage } from './TemplateEditPage';

const routes = {
  'GET kinds': { items: [{ kind: 'ReportTemplate', verbs: ['read', 'write'] }], next: null },
  'GET reporttemplates': { items: [], next: null },
  'POST reporttemplates': { metadata: { name: 'monthly', version: 1 }, spec: {} },
};

it('begins with the usual sections, and saves what was changed', async () => {
  const received = fakeBackend(routes);
  const { user } = renderPage(<TemplateEditPage />);
  await user.type(await screen.findByRole('textbox', { name: /^Title/ }), 'Monthly');
  expect(screen.getAllByRole('textbox', { name: /^Heading/ })).toHaveLength(5);
  await user.click(screen.getAllByRole('button', { name: 'Move up' })[1]);
  await user.click(screen.getAllByRole('button', { name: 'Remove the section' })[4]);
  await user.click(screen.getByRole('button', { name: 'Add a section' }));
  await user.type(screen.getByRole('textbox', { name: /^Text/ }), 'Read it before.');
  await user.click(screen.getByRole('button', { name: /^(Create|Save)/ }));
  await waitFor(() => expect(received.some(({ method }) => method === 'POST')).toBe(true));
  const { body } = received.find(({ method }) => method === 'POST')!;
  expect(body).toMatchObject({
    kind: 'ReportTemplate',
    spec: {
      title: 'Monthly',
      sections: [
        { name: 'scorecard' },
        { name: 'map' },
        { name: 'exceptions' },
        { name: 'commentary', required: true },
        { name: 'text', type: 'text', text: 'Read it before.' },
      ],
    },
  });
});
