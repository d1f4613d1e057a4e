import { type DataQuery, dateMath, dateTime, LoadingState, type PanelData, type TimeRange } from '@grafana/data';
import { getDataSourceSrv, getRunRequest, locationSearchToObject, PanelRenderer } from '@grafana/runtime';
import { Alert, LoadingPlaceholder } from '@grafana/ui';
import { useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { PluginPage } from '../chrome/PluginPage';

interface Asked {
  datasource: string;
  queries: DataQuery[];
  range: { from: string; to: string };
}

/** Explore belongs to Grafana; this page runs the query of the link and shows the rows. */
export function ExplorePage() {
  const { search } = useLocation();
  const asked = useMemo(() => readLink(search), [search]);
  const [data, setData] = useState<PanelData>();
  const [error, setError] = useState<string>();
  useEffect(() => {
    if (!asked) {
      return undefined;
    }
    let stop = () => {};
    runQueries(asked).then(
      (answers) => {
        const subscription = answers.subscribe(setData);
        stop = () => subscription.unsubscribe();
      },
      (reason: Error) => setError(reason.message)
    );
    return () => stop();
  }, [asked]);
  return (
    <PluginPage
      pageNav={{ text: 'Explore' }}
      subTitle="A stand-in for Grafana’s Explore: it runs the query and shows the rows."
    >
      {!asked && <p>The link holds no query.</p>}
      {asked?.queries.map((query) => (
        <pre key={query.refId}>{(query as { rawSql?: string }).rawSql ?? JSON.stringify(query, null, 2)}</pre>
      ))}
      {error && <Alert title={error} />}
      {data?.errors?.map((failure) => (
        <Alert key={failure.refId ?? failure.message} title={failure.message ?? 'The query failed'} />
      ))}
      {data?.state === LoadingState.Loading && <LoadingPlaceholder text="Running the query…" />}
      {data && data.series.length > 0 && (
        <PanelRenderer pluginId="table" title="Rows" data={data} width={1000} height={500} />
      )}
    </PluginPage>
  );
}

/** Reads the link formats of Explore: `panes` of today and `left` of before. */
function readLink(search: string): Asked | undefined {
  const { panes, left } = locationSearchToObject(search);
  try {
    const pane = panes
      ? Object.values(JSON.parse(String(panes)) as Record<string, Asked>)[0]
      : JSON.parse(String(left));
    const range = pane.range ?? { from: 'now-1h', to: 'now' };
    return { datasource: pane.datasource, queries: pane.queries ?? [], range };
  } catch {
    return undefined;
  }
}

async function runQueries({ datasource, queries, range }: Asked) {
  const source = await getDataSourceSrv().get(queries[0]?.datasource ?? datasource);
  const targets = queries.map((query) => ({ ...query, datasource: source.getRef() }));
  return getRunRequest()(source, {
    requestId: 'explore',
    app: 'explore',
    interval: '1m',
    intervalMs: 60_000,
    maxDataPoints: 1000,
    range: readRange(range),
    scopedVars: {},
    startTime: Date.now(),
    targets,
    timezone: 'browser',
  });
}

function readRange({ from, to }: Asked['range']): TimeRange {
  const read = (text: string, roundUp: boolean) =>
    /^\d+$/.test(text) ? dateTime(Number(text)) : (dateMath.parse(text, roundUp) ?? dateTime());
  return { from: read(from, false), to: read(to, true), raw: { from, to } };
}
