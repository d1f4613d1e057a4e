/** Asks the plugin to fetch the demo's figures, as a person would on the collections page. */
import { api, asAdmin } from './preview';
import { say } from './say';

/** Months of history that the demo database has. */
const months = 36;

interface Run {
  id: string;
  state: string;
  progress: { done: number; total: number };
}

interface Status {
  provisioning: { files: Array<{ loadedAt: string | null; errors: unknown[] }> };
}

const finished = ['succeeded', 'partial', 'failed', 'cancelled'];

/** Collects the whole history and waits. A partial run is expected: the demo has a source that can't be reached. */
export async function collectHistory(url: string, now = new Date()): Promise<Run> {
  await provisioned(url);
  const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - months, 1));
  let run = await call<Run>(api(url, 'collections'), 'POST', { from: month(first), to: month(now) });
  let shown = 0;
  while (!finished.includes(run.state)) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    run = await call<Run>(api(url, `collections/${run.id}`), 'GET');
    const { done, total } = run.progress;
    const quarter = total > 0 ? Math.floor((4 * done) / total) : 0;
    if (quarter > shown) {
      shown = quarter;
      say(`  ${done} of ${total} collected`);
    }
  }
  if (run.state === 'failed' || run.state === 'cancelled') {
    throw new Error(`The collection ${run.state}: ${JSON.stringify(run).slice(0, 2000)}`);
  }
  return run;
}

/** The plugin reads the demo organisation's files after it has started; until then there is nothing to collect. */
async function provisioned(url: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const { provisioning } = await call<Status>(api(url, 'status'), 'GET');
    const { files } = provisioning;
    if (files.length > 0 && files.every(({ loadedAt, errors }) => loadedAt !== null || errors.length > 0)) {
      return;
    }
    if (Date.now() > deadline) {
      throw new Error(`The demo organisation is not provisioned: ${JSON.stringify(provisioning).slice(0, 2000)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

const month = (date: Date) => date.toISOString().slice(0, 7);

async function call<T>(address: string, method: string, body?: object): Promise<T> {
  const response = await fetch(address, {
    method,
    headers: { ...asAdmin, 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  if (!response.ok) {
    throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
  }
  return (await response.json()) as T;
}
