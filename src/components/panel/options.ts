import { type PanelOptionsEditorBuilder, type StandardEditorProps } from '@grafana/data';
import { t } from '../../i18n';
import { lazyWithTranslations } from '../../lazyWithTranslations';

/** Which period a panel shows: the one that holds the end of the dashboard's time range, the present one, or a given one. */
export type PeriodMode = 'range' | 'latest' | 'fixed';

/** What every panel of the app asks. */
export interface PlaceOptions {
  /** Name of a scorecard; empty while none is chosen. */
  scorecard: string;
  /** Name of a unit; the scorecard's own when empty. */
  unit: string;
  periodMode: PeriodMode;
  /** Period id, for the mode `fixed`. */
  period: string;
}

type EditorProps = StandardEditorProps<string | undefined>;

/** Loaded when somebody edits a panel: most people only look at it. */
const ScorecardOption = lazyWithTranslations<EditorProps>(() => import('./ScorecardOption'));
const UnitOption = lazyWithTranslations<EditorProps>(() => import('./UnitOption'));

/** Adds the options that say whose numbers are shown, of where and when. */
export function addPlaceOptions(builder: PanelOptionsEditorBuilder<PlaceOptions>): void {
  builder
    .addCustomEditor({
      id: 'scorecard',
      path: 'scorecard',
      name: t('components.panel.scorecard', 'Scorecard'),
      defaultValue: '',
      editor: ScorecardOption,
    })
    .addCustomEditor({
      id: 'unit',
      path: 'unit',
      name: t('components.panel.unit', 'Unit'),
      defaultValue: '',
      editor: UnitOption,
    })
    .addRadio({
      path: 'periodMode',
      name: t('components.panel.period', 'Period'),
      defaultValue: 'range',
      settings: {
        options: [
          {
            value: 'range',
            label: t('components.panel.period-range', 'Time range'),
            description: t(
              'components.panel.period-range-description',
              'The period that holds the end of the time range'
            ),
          },
          {
            value: 'latest',
            label: t('components.panel.period-latest', 'Present'),
            description: t('components.panel.period-latest-description', 'The period in progress'),
          },
          { value: 'fixed', label: t('components.panel.period-fixed', 'Fixed') },
        ],
      },
    })
    .addTextInput({
      path: 'period',
      name: t('components.panel.fixed-period', 'Fixed period'),
      description: t('components.panel.fixed-period-description', 'Such as 2026-03, 2026-Q1 or 2026'),
      defaultValue: '',
      showIf: ({ periodMode }) => periodMode === 'fixed',
    });
}
