import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type ResourceOf, type ScorecardSpec, type StrategyMap } from '../../../api/types';
import { Labelled } from '../../../components/Labelled';
import { PeriodPicker } from '../../../components/PeriodPicker';
import { StateMark } from '../../../components/StateMark';
import { UnitPicker } from '../../../components/UnitPicker';
import { t } from '../../../i18n';
import { type MapForm, type MapUrlState, type UpdateMapUrl } from '../urlState';

interface Props {
  map: StrategyMap;
  /** Scorecards that use the strategy. */
  scorecards: Array<ResourceOf<ScorecardSpec>>;
  state: MapUrlState;
  onChange: UpdateMapUrl;
}

/** Whose map, where and when, and in which form. */
export function MapHeader({ map, scorecards, state, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const scorecard = scorecards.find(({ metadata }) => metadata.name === map.scorecard);
  const forms: Array<{ value: MapForm; label: string }> = [
    { value: 'map', label: t('strategy.header.map', 'Map') },
    { value: 'table', label: t('strategy.header.table', 'Table') },
  ];
  return (
    <div className={styles.row}>
      {scorecards.length > 1 && (
        <Labelled label={t('strategy.header.scorecard', 'Scorecard')}>
          {(labelId) => (
            <Combobox
              aria-labelledby={labelId}
              width="auto"
              minWidth={20}
              value={map.scorecard}
              options={scorecards.map(({ metadata, spec }) => ({ value: metadata.name, label: spec.title }))}
              onChange={({ value }) => onChange({ scorecard: value, unit: undefined, objective: undefined })}
            />
          )}
        </Labelled>
      )}
      <UnitPicker unit={map.unit} top={scorecard?.spec.unit} onChange={(unit) => onChange({ unit })} />
      {scorecard && (
        <PeriodPicker
          period={map.period}
          calendar={scorecard.spec.calendar}
          now={map.now}
          onChange={(period) => onChange({ period })}
        />
      )}
      <StateMark state={map.period.state} />
      <span className={styles.form} title={t('strategy.header.form-key', 'T changes between map and table')}>
        <RadioButtonGroup
          aria-label={t('strategy.header.form', 'Form')}
          options={forms}
          value={state.view}
          onChange={(view) => onChange({ view })}
        />
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    marginBottom: theme.spacing(1),
  }),
  form: css({ marginLeft: 'auto' }),
});
