/** The provisioned data sources, for data source pickers and queries. */
import { type DataSourceApi, type DataSourceInstanceSettings, type DataSourceRef } from '@grafana/data';
import { config, type DataSourceSrv, type GetDataSourceListFilters, getTemplateSrv } from '@grafana/runtime';
import { importDataSourcePlugin } from '../plugins/load';

type Reference = DataSourceRef | string | null | undefined;

const runtimeSources = new Map<string, DataSourceApi>();
const instances = new Map<string, Promise<DataSourceApi>>();

const all = () => Object.values(config.datasources);

function find(reference: Reference): DataSourceInstanceSettings | undefined {
  const wanted = getTemplateSrv().replace(typeof reference === 'string' ? reference : (reference?.uid ?? ''));
  if (!wanted || wanted === 'default') {
    const byType = typeof reference === 'object' && reference?.type;
    return all().find((source) => (byType ? source.type === byType : source.name === config.defaultDatasource));
  }
  return all().find((source) => source.uid === wanted || source.name === wanted);
}

async function create(settings: DataSourceInstanceSettings): Promise<DataSourceApi> {
  const plugin = await importDataSourcePlugin(settings);
  const instance = new plugin.DataSourceClass(settings);
  instance.meta = settings.meta;
  instance.components = plugin.components;
  return instance;
}

function matches(source: DataSourceInstanceSettings, filters: GetDataSourceListFilters): boolean {
  const { meta } = source;
  const types = filters.type === undefined ? undefined : [filters.type].flat();
  return (
    !(filters.metrics && !meta.metrics) &&
    !(filters.alerting && !meta.alerting) &&
    !(filters.annotations && !meta.annotations) &&
    !(filters.logs && !meta.logs) &&
    !(filters.tracing && !meta.tracing) &&
    !(filters.pluginId && meta.id !== filters.pluginId) &&
    !(types && !types.includes(source.type)) &&
    !(filters.filter && !filters.filter(source))
  );
}

export const dataSourceSrv: DataSourceSrv = {
  async get(reference) {
    const uid = typeof reference === 'string' ? reference : reference?.uid;
    const runtime = uid ? runtimeSources.get(uid) : undefined;
    if (runtime) {
      return runtime;
    }
    const settings = find(reference);
    if (!settings) {
      throw new Error(`Datasource ${uid ?? ''} was not found`);
    }
    let instance = instances.get(settings.uid);
    if (!instance) {
      instance = create(settings);
      instances.set(settings.uid, instance);
    }
    return instance;
  },
  getList: (filters = {}) => all().filter((source) => matches(source, filters)),
  getInstanceSettings: (reference) => find(reference),
  reload: () => instances.clear(),
  registerRuntimeDataSource: ({ dataSource }) => void runtimeSources.set(dataSource.uid, dataSource as never),
};
