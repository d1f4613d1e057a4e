import { DataSourcePlugin, type DataSourcePluginOptionsEditorProps, type QueryEditorProps } from '@grafana/data';
import { lazyWithTranslations } from '../lazyWithTranslations';
import { type ScorecardQuery } from './query';
import { ScorecardDataSource } from './ScorecardDataSource';

export const plugin = new DataSourcePlugin<ScorecardDataSource, ScorecardQuery>(ScorecardDataSource)
  .setConfigEditor(
    lazyWithTranslations<DataSourcePluginOptionsEditorProps>(
      () => import(/* webpackChunkName: 'datasource-config' */ './ConfigEditor')
    )
  )
  .setQueryEditor(
    lazyWithTranslations<QueryEditorProps<ScorecardDataSource, ScorecardQuery>>(
      () => import(/* webpackChunkName: 'datasource-query' */ './QueryEditor')
    )
  );
