import { type AppPluginMeta, type PluginConfigPageProps } from '@grafana/data';
import { type BackendSrv, type BackendSrvRequest, setBackendSrv } from '@grafana/runtime';
import { screen } from '@testing-library/react';
import { of, throwError } from 'rxjs';
import { renderPage } from '../testing/render';
import ConfigPage from './ConfigPage';

const open = (fetch: (request: BackendSrvRequest) => unknown) => {
  setBackendSrv({ fetch } as unknown as BackendSrv);
  const meta = { enabled: true, pinned: true, jsonData: {} };
  return renderPage(<ConfigPage {...({ plugin: { meta } } as PluginConfigPageProps<AppPluginMeta>)} />);
};

it('saves a token without the blanks that came with it', async () => {
  const fetch = jest.fn(() => of({ data: {} }));
  const { user } = open(fetch);
  await user.type(screen.getByLabelText(/Service account token/), ' glsa_abc ');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeVisible();
  expect(fetch).toHaveBeenCalledWith(
    expect.objectContaining({ data: expect.objectContaining({ secureJsonData: { grafanaToken: 'glsa_abc' } }) })
  );
});

it('says in words why Grafana did not save it, and keeps it', async () => {
  const { user } = open(() => throwError(() => ({ status: 403, data: { message: 'Permission denied' } })));
  const token = screen.getByLabelText(/Service account token/);
  await user.type(token, 'glsa_abc');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Permission denied')).toBeVisible();
  expect(token).toHaveValue('glsa_abc');
});
