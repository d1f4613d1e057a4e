import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { addPlaceOptions, type PlaceOptions } from '../../components/panel/options';
import { t } from '../../i18n';

export interface StrategyMapOptions extends PlaceOptions {
  view: 'map' | 'table';
}

export function addOptions(builder: PanelOptionsEditorBuilder<StrategyMapOptions>): void {
  addPlaceOptions(builder as unknown as PanelOptionsEditorBuilder<PlaceOptions>);
  builder.addRadio({
    path: 'view',
    name: t('panels.strategy-map.view', 'View'),
    description: t('panels.strategy-map.view-description', 'A map that is too small to read becomes a list.'),
    defaultValue: 'map',
    settings: {
      options: [
        { value: 'map', label: t('panels.strategy-map.view-map', 'Map') },
        { value: 'table', label: t('panels.strategy-map.view-table', 'Table') },
      ],
    },
  });
}
