import { type PanelOptionsEditorBuilder } from '@grafana/data';
import { addPlaceOptions, type PlaceOptions } from '../../components/panel/options';
import { t } from '../../i18n';

export interface ScorecardOptions extends PlaceOptions {
  view: 'executive' | 'detail';
}

export function addOptions(builder: PanelOptionsEditorBuilder<ScorecardOptions>): void {
  addPlaceOptions(builder as unknown as PanelOptionsEditorBuilder<PlaceOptions>);
  builder.addRadio({
    path: 'view',
    name: t('panels.scorecard.view', 'View'),
    description: t('panels.scorecard.view-description', 'A small panel shows the score and its perspectives.'),
    defaultValue: 'executive',
    settings: {
      options: [
        { value: 'executive', label: t('panels.scorecard.view-executive', 'Executive') },
        { value: 'detail', label: t('panels.scorecard.view-detail', 'Detail') },
      ],
    },
  });
}
