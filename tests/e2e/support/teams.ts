import { type Browser } from '@playwright/test';
import { loginOf } from './users';

/** Makes a Grafana team with one member, as an administrator. */
export async function makeTeam(browser: Browser, baseURL: string | undefined, name: string, login: string) {
  const context = await browser.newContext({ baseURL, storageState: loginOf('admin') });
  const { request } = context;
  const made = await request.post('/api/teams', { data: { name } });
  const found = await request.get(`/api/users/lookup?loginOrEmail=${login}`);
  if (!made.ok() || !found.ok()) {
    throw new Error(`team ${name}: ${made.status()}, ${login}: ${found.status()}`);
  }
  const { teamId } = (await made.json()) as { teamId: number };
  const { id: userId } = (await found.json()) as { id: number };
  const joined = await request.post(`/api/teams/${teamId}/members`, { data: { userId } });
  if (!joined.ok()) {
    throw new Error(`${login} into team ${name}: ${joined.status()} ${await joined.text()}`);
  }
  await context.close();
}
