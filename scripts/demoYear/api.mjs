/** The plugin's API for the programs of this folder, with the patience that a server needs to come up. */

/** How long to wait until Grafana, its files and its data sources are there. */
const PATIENCE_MS = 15 * 60_000;
const PAUSE_MS = 500;

/** The address, user and password given to a program of this folder. */
export function apiOfArguments() {
  const [address = 'http://127.0.0.1:3000', user = 'admin', password = 'admin'] = process.argv.slice(2);
  return apiOf(address, user, password);
}

function apiOf(address, user, password) {
  const base = `${address}/api/plugins/bsc-scorecard-app/resources/v1`;
  const headers = {
    Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    'Content-Type': 'application/json',
  };

  /** One call; what isn't an answer is an error. */
  async function call(method, path, body) {
    const response = await fetch(`${base}/${path}`, { method, headers, body: body && JSON.stringify(body) });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${(await response.text()).slice(0, 2000)}`);
    }
    return response.status === 204 ? undefined : response.json();
  }

  /** Asks until there is an answer. */
  async function eventually(what, ask) {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const answer = await ask().catch(() => undefined);
      if (answer !== undefined) {
        return answer;
      }
      if (Date.now() > deadline) {
        throw new Error(`there is no ${what} after ${PATIENCE_MS / 60_000} minutes`);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }

  return { call, eventually };
}

/** Runs a program of this folder: an error is its message, and its end. */
export function runProgram(program) {
  program().catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
