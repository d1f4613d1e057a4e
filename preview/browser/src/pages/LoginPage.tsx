import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { getBackendSrv, locationSearchToObject } from '@grafana/runtime';
import { Alert, Button, Field, Input, Stack, useStyles2 } from '@grafana/ui';
import { type FormEvent, useState } from 'react';
import { useLocation } from 'react-router-dom';

const everybody = ['admin', 'editor', 'viewer'];

/** Name and password, or one click for the users that always exist. */
export function LoginPage() {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const [user, setUser] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<string>();
  const logIn = async (name: string, secret: string) => {
    try {
      await getBackendSrv().post(
        '/login',
        { user: name, password: secret },
        { showErrorAlert: false, showSuccessAlert: false }
      );
    } catch (failure) {
      setError((failure as { data?: { message?: string } }).data?.message ?? 'The server can’t be reached');
      return;
    }
    const { redirectTo } = locationSearchToObject(search);
    const target = String(redirectTo ?? '/');
    // Only to an address of this server.
    window.location.assign(/^\/(?![/\\])/.test(target) ? target : '/');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void logIn(user, password);
  };
  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <h1>Balanced Scorecard preview</h1>
        <p>The plugin without Grafana, for trying it out. The password of every user is their name.</p>
        <Stack gap={1}>
          {everybody.map((name) => (
            <Button key={name} variant="secondary" onClick={() => void logIn(name, name)}>
              Log in as {name}
            </Button>
          ))}
        </Stack>
        <form className={styles.form} onSubmit={submit}>
          {error && <Alert title={error} severity="error" />}
          <Field label="Email or username">
            <Input
              id="user"
              name="user"
              autoComplete="username"
              value={user}
              onChange={(event) => setUser(event.currentTarget.value)}
            />
          </Field>
          <Field label="Password">
            <Input
              id="password"
              name="password"
              type="password"
              autoComplete="current-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          </Field>
          <Button type="submit">Log in</Button>
        </form>
      </div>
    </main>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', justifyContent: 'center', padding: theme.spacing(8, 2) }),
  box: css({ maxWidth: 480, width: '100%' }),
  form: css({ marginTop: theme.spacing(3) }),
});
