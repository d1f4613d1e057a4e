import { PanelPlugin, type PanelProps } from '@grafana/data';
import { initTranslations } from '../../i18n';
import { lazyWithTranslations } from '../../lazyWithTranslations';
import { addOptions, type ScorecardOptions } from './options';

// Names of options are asked for as soon as the panel is loaded.
await initTranslations();

export const plugin = new PanelPlugin<ScorecardOptions>(
  lazyWithTranslations<PanelProps<ScorecardOptions>>(
    () => import(/* webpackChunkName: 'scorecard-panel' */ './ScorecardPanel')
  )
).setPanelOptions(addOptions);
