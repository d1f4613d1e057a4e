import {
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceApi,
  LoadingState,
  type PanelData,
  toDataFrame,
} from '@grafana/data';
import { toDataQueryError } from '@grafana/runtime';
import { catchError, from, isObservable, map, type Observable, of, startWith } from 'rxjs';

/** Sends a query to a data source and turns each answer into what panels take. */
export function runRequest(
  dataSource: DataSourceApi,
  request: DataQueryRequest,
  query: DataSourceApi['query'] = dataSource.query.bind(dataSource)
): Observable<PanelData> {
  const loading: PanelData = { state: LoadingState.Loading, series: [], request, timeRange: request.range };
  if (request.targets.length === 0) {
    return of({ ...loading, state: LoadingState.Done });
  }
  const answer = query(request);
  const answers: Observable<DataQueryResponse> = isObservable(answer) ? answer : from(answer);
  return answers.pipe(
    map((response): PanelData => {
      const errors = response.errors ?? (response.error ? [response.error] : []);
      return {
        state: errors.length > 0 ? LoadingState.Error : (response.state ?? LoadingState.Done),
        series: (response.data ?? []).map((frame) => toDataFrame(frame)),
        request,
        timeRange: request.range,
        errors: errors.length > 0 ? errors : undefined,
        error: errors[0],
      };
    }),
    catchError((error: unknown) => {
      const shown = toDataQueryError(error);
      return of<PanelData>({ ...loading, state: LoadingState.Error, error: shown, errors: [shown] });
    }),
    startWith(loading)
  );
}
