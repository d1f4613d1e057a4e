import { PanelPlugin, type PanelProps } from '@grafana/data';
import { initTranslations } from '../../i18n';
import { lazyWithTranslations } from '../../lazyWithTranslations';
import { addOptions, type StrategyMapOptions } from './options';

// Names of options are asked for as soon as the panel is loaded.
await initTranslations();

export const plugin = new PanelPlugin<StrategyMapOptions>(
  lazyWithTranslations<PanelProps<StrategyMapOptions>>(
    () => import(/* webpackChunkName: 'strategy-map-panel' */ './StrategyMapPanel')
  )
).setPanelOptions(addOptions);
