/** Asks the plugin to fetch the figures that the demo company's systems hold of the past, as a person would on the collections page. */

/** Months of history that the demo database has. */
const MONTHS = 36;
const FINISHED = ['succeeded', 'partial', 'failed', 'cancelled'];

/** Collects the whole history and waits, unless it is there. A partial run is expected: the demo has a source that can't be reached. */
export async function collectHistory({ call, eventually }, now = new Date()) {
  await eventually('demo organisation', () => provisioned(call));
  const first = month(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS, 1)));
  if (await collected(call, first)) {
    return;
  }
  const { id } = await call('POST', 'collections', { from: first, to: month(now) });
  const { state, progress } = await eventually('end of the collection', async () => {
    const run = await call('GET', `collections/${id}`);
    return FINISHED.includes(run.state) ? run : undefined;
  });
  if (state === 'failed' || state === 'cancelled') {
    throw new Error(`The collection ${id} ${state}.`);
  }
  process.stdout.write(`The demo’s figures from ${first} on: ${progress.done} of ${progress.total} collected.\n`);
}

/** The plugin reads the demo organisation's files after it has started; until then there is nothing to collect. */
async function provisioned(call) {
  const { files } = (await call('GET', 'status')).provisioning;
  return (
    (files.length > 0 && files.every(({ loadedAt, errors }) => loadedAt !== null || errors.length > 0)) || undefined
  );
}

async function collected(call, period) {
  const { points } = await call('GET', `kpis/revenue/series?unit=aurelia&from=${period}&to=${period}`);
  return points[0].value !== null;
}

const month = (date) => date.toISOString().slice(0, 7);
