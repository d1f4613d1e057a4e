import { type AppPluginMeta, type PluginConfigPageProps } from '@grafana/data';
import { getBackendSrv } from '@grafana/runtime';
import { Alert, Button, Field, FieldSet, LinkButton, SecretInput, Stack } from '@grafana/ui';
import { type FormEvent, useState } from 'react';
import { lastValueFrom } from 'rxjs';
import { toApiError } from '../api/errors';
import { appUrl } from '../components/links';
import { t } from '../i18n';
import { PLUGIN_ID } from '../pluginId';

type Outcome = { ok: true } | { ok: false; message: string };

/** Grafana's own configuration page of the app: the token for background queries where no managed account serves. */
export default function ConfigPage({ plugin: { meta } }: PluginConfigPageProps<AppPluginMeta>) {
  const [token, setToken] = useState('');
  const [isSet, setIsSet] = useState(Boolean(meta.secureJsonFields?.grafanaToken));
  const [outcome, setOutcome] = useState<Outcome>();

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const written = token.trim(); // a token that is pasted brings blanks along
    try {
      await saveToken(meta, written);
      setIsSet(written !== '');
      setToken('');
      setOutcome({ ok: true });
    } catch (error) {
      setOutcome({ ok: false, message: toApiError(error).message });
    }
  };

  return (
    <Stack direction="column" gap={3}>
      <form onSubmit={save}>
        <FieldSet label={t('app.config.connection', 'Background queries')}>
          <Field
            noMargin
            label={t('app.config.token', 'Service account token')}
            description={t(
              'app.config.token-description',
              'KPIs are collected with this token where Grafana offers no managed service account. It needs to query data sources and to read data sources, users and teams.'
            )}
          >
            <SecretInput
              id="grafana-token"
              width={60}
              value={token}
              isConfigured={isSet}
              onReset={() => setIsSet(false)}
              onChange={({ currentTarget }) => setToken(currentTarget.value)}
            />
          </Field>
        </FieldSet>
        <Button type="submit" disabled={isSet}>
          {t('app.config.save', 'Save')}
        </Button>
      </form>
      {outcome && (
        <Alert
          severity={outcome.ok ? 'success' : 'error'}
          title={
            outcome.ok ? t('app.config.saved', 'Saved') : t('app.config.not-saved', 'The token could not be saved')
          }
        >
          {!outcome.ok && outcome.message}
        </Alert>
      )}
      <div>
        <LinkButton variant="secondary" href={appUrl('settings')}>
          {t('app.config.settings', 'Connection, provisioning and health')}
        </LinkButton>
      </div>
    </Stack>
  );
}

/** Grafana replaces the app's settings as a whole, so what isn't changed is sent along. */
async function saveToken(meta: AppPluginMeta, token: string): Promise<void> {
  await lastValueFrom(
    getBackendSrv().fetch({
      url: `/api/plugins/${PLUGIN_ID}/settings`,
      method: 'POST',
      data: {
        enabled: meta.enabled,
        pinned: meta.pinned,
        jsonData: meta.jsonData,
        secureJsonData: { grafanaToken: token },
      },
      showErrorAlert: false,
    })
  );
}
