import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { scripts } from '../package.json';
import dashboard from './dashboards/scorecard-and-operations.json';
import app from './plugin.json';

/*
 * docker-compose.yml, grafana.ini and the provisioning files are read by programs that no test starts: here they are held
 * against each other and against what they name.
 */
const root = resolve(__dirname, '..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image: string;
  environment?: Record<string, string>;
  volumes?: string[];
  command?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: object;
}
const compose: { services: Record<string, Service>; volumes: Record<string, unknown> } = parse(
  read('docker-compose.yml')
);
const services = Object.entries(compose.services);
const mounts = services.flatMap(([service, { volumes = [] }]) =>
  volumes.map((volume) => {
    const [source, target] = volume.split(':');
    return { service, source, target };
  })
);

/** Sections of an ini file. */
function ini(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let current: Record<string, string> = {};
  for (const line of text.split('\n').map((each) => each.trim())) {
    const section = /^\[(.+)\]$/.exec(line)?.[1];
    if (section) {
      current = sections[section] ??= {};
    } else if (line && !line.startsWith('#')) {
      const at = line.indexOf('=');
      current[line.slice(0, at).trim()] = line.slice(at + 1).trim();
    }
  }
  return sections;
}
const grafana = ini(read('.config/grafana/grafana.ini'));
/** What the build makes; not there in a fresh clone. */
const dist = 'dist';

/** plugin.json of the app and of the plugins inside it. */
const manifests = [
  { folder: 'src', id: app.id },
  ...app.includes.flatMap(({ type, path }) =>
    type === 'panel' || type === 'datasource'
      ? [{ folder: join('src', path ?? '', '..'), id: JSON.parse(read(join('src', path ?? ''))).id as string }]
      : []
  ),
];

describe('docker-compose.yml', () => {
  it('mounts what is there, or what the build makes', () => {
    const fromHere = mounts.filter(({ source }) => source.startsWith('./'));
    expect(fromHere.length).toBeGreaterThan(3);
    const missing = fromHere.filter(({ source }) => source !== `./${dist}` && !existsSync(join(root, source)));
    expect(missing).toEqual([]);
  });

  it('declares the volumes that it names', () => {
    const named = mounts.filter(({ source }) => !source.startsWith('./')).map(({ source }) => source);
    expect(named.sort()).toEqual(Object.keys(compose.volumes).sort());
  });

  it('starts Grafana when the databases that it waits for are healthy', () => {
    const awaited = Object.entries(compose.services.grafana.depends_on ?? {});
    expect(awaited.map(([name]) => name).sort()).toEqual(['demo-database', 'store']);
    for (const [name, { condition }] of awaited) {
      expect(condition).toBe('service_healthy');
      expect(compose.services[name].healthcheck).toBeDefined();
    }
  });

  it('makes the demo’s year with a script that is mounted, by an address that Grafana has', () => {
    const { command = [], depends_on = {} } = compose.services['demo-year'];
    const [program, script, address] = command;
    const { source, target } = mounts.find(({ service }) => service === 'demo-year')!;
    expect(program).toBe('node');
    expect(existsSync(join(root, script.replace(target, source)))).toBe(true);
    expect(Object.keys(depends_on)).toEqual([new URL(address).hostname]);
    const port = new URL(address).port;
    expect((compose.services.grafana as { ports?: string[] }).ports).toEqual([`${port}:${port}`]);
  });

  it('takes another version of Grafana from the environment', () => {
    expect(compose.services.grafana.image).toBe('grafana/grafana:${GRAFANA_VERSION:-12.2.0}');
  });

  it('runs the scripts of the demo database in the order of their names', () => {
    const { source } = mounts.find(({ target }) => target === '/docker-entrypoint-initdb.d')!;
    const files = readdirSync(join(root, source)).filter((file) => !file.endsWith('.sql'));
    expect(files).toEqual([]);
  });

  it('says of itself only commands that exist', () => {
    const named = [...read('docker-compose.yml').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name);
    expect(named).toEqual(['build', 'build:backend']);
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(named));
  });
});

describe('grafana.ini', () => {
  it('allows all our plugins, which are unsigned', () => {
    const allowed = grafana.plugins.allow_loading_unsigned_plugins.split(',');
    expect(allowed.sort()).toEqual(manifests.map(({ id }) => id).sort());
  });

  it('gives both processes the same store', () => {
    const url = grafana['plugin.bsc-scorecard-app'].database_url;
    expect(grafana['plugin.bsc-scorecard-datasource'].database_url).toBe(url);
    const { hostname, pathname, username, password } = new URL(url);
    const { environment = {} } = compose.services[hostname];
    expect([pathname.slice(1), username, password]).toEqual([
      environment.POSTGRES_DB,
      environment.POSTGRES_USER,
      environment.POSTGRES_PASSWORD,
    ]);
  });

  it('finds the scorecards within what is mounted', () => {
    const path = grafana['plugin.bsc-scorecard-app'].scorecards_path;
    const mount = mounts.find(({ target }) => path.startsWith(`${target}/`))!;
    expect(readdirSync(join(root, path.replace(mount.target, mount.source)))).not.toEqual([]);
  });
});

describe('provisioning', () => {
  const datasources: Array<{ uid: string; type: string; url?: string }> = readdirSync(
    join(root, 'provisioning/datasources')
  ).flatMap((file) => parse(read(`provisioning/datasources/${file}`)).datasources);
  const uids = datasources.map(({ uid }) => uid);

  it('reads only variables that compose sets', () => {
    const used = readdirSync(join(root, 'provisioning/datasources')).flatMap((file) =>
      [...read(`provisioning/datasources/${file}`).matchAll(/\$\{(\w+)\}/g)].map(([, name]) => name)
    );
    expect(Object.keys(compose.services.grafana.environment ?? {})).toEqual(expect.arrayContaining(used));
  });

  it('declares every data source that dashboard and alert rules ask', () => {
    const special = ['__expr__', '-- Mixed --'];
    const files = readdirSync(join(root, 'provisioning/alerting'));
    const rules = files.flatMap((file) =>
      parse(read(`provisioning/alerting/${file}`)).groups.flatMap(
        ({ rules: all }: { rules: Array<{ data: Array<{ datasourceUid: string }> }> }) =>
          all.flatMap(({ data }) => data.map(({ datasourceUid }) => datasourceUid))
      )
    );
    const annotations = dashboard.annotations.list.map(({ datasource }) => datasource.uid);
    const panels = dashboard.panels.flatMap(({ datasource, targets = [] }) => [
      ...(datasource ? [datasource.uid] : []),
      ...targets.map((target) => target.datasource.uid),
    ]);
    const asked = new Set([...rules, ...annotations, ...panels].filter((uid) => !special.includes(uid)));
    expect([...asked].filter((uid) => !uids.includes(uid))).toEqual([]);
    expect([...asked]).toEqual(expect.arrayContaining(['bsc-scorecard', 'demo-erp']));
  });

  it('reads dashboards from where compose mounts the plugin', () => {
    const { path } = parse(read('provisioning/dashboards/dashboards.yaml')).providers[0].options;
    const mount = mounts.find(({ target }) => path.startsWith(`${target}/`))!;
    expect(path.replace(mount.target, mount.source)).toBe(`./${dist}/dashboards`);
  });
});

describe('plugin.json', () => {
  it('includes pages, panels, data source and dashboards that are there', () => {
    const files = app.includes.flatMap(({ type, path = '' }) => (type === 'page' ? [] : [join('src', path)]));
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  it.each(manifests)('of $id has its logos', ({ folder }) => {
    const { info } = JSON.parse(read(join(folder, 'plugin.json')));
    expect(existsSync(join(root, folder, info.logos.small))).toBe(true);
  });
});
