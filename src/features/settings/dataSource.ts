import { getBackendSrv } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

/** Plugin id of the data source that gives scores to dashboards and alert rules. */
export const DATASOURCE_TYPE = 'bsc-scorecard-datasource';

interface Instance {
  uid: string;
  name: string;
}

/** The data source instances of our type that Grafana has. */
export async function scorecardDataSources(): Promise<Instance[]> {
  const all = await lastValueFrom(
    getBackendSrv().fetch<Array<Instance & { type: string }>>({ url: '/api/datasources', showErrorAlert: false })
  );
  return all.data.filter(({ type }) => type === DATASOURCE_TYPE);
}

/** Creates the data source in Grafana. */
export async function createDataSource(): Promise<void> {
  await lastValueFrom(
    getBackendSrv().fetch({
      url: '/api/datasources',
      method: 'POST',
      data: { name: 'Balanced Scorecard', type: DATASOURCE_TYPE, access: 'proxy', jsonData: {} },
      showErrorAlert: false,
    })
  );
}
