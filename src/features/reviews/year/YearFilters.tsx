import { css } from '@emotion/css';
import { Combobox, IconButton, Stack } from '@grafana/ui';
import { type Tier } from '../../../api/cadence';
import { Labelled } from '../../../components/Labelled';
import { Choice } from '../../../components/pickers';
import { useChoice } from '../../../components/useChoice';
import { t } from '../../../i18n';
import { classLabel } from '../model/classes';
import { LANES } from './lanes';
import { type UpdateYearUrl, type YearUrlState } from './urlState';

interface Props {
  state: YearUrlState;
  year: number;
  /** Scorecards that are reviewed, by title. */
  scorecards: Array<{ value: string; label: string }>;
  onChange: UpdateYearUrl;
}

const ALL = 'all';

/** Which year, tier and scorecard are shown. */
export function YearFilters({ state, year, scorecards, onChange }: Props) {
  const tier = state.tier ?? ALL;
  const chooseTier = useChoice<string>(tier, (chosen) =>
    onChange({ tier: chosen === ALL ? undefined : (chosen as Tier) })
  );
  return (
    <Stack gap={2} alignItems="center" wrap="wrap">
      <Stack gap={1} alignItems="center">
        <IconButton
          name="angle-left"
          size="lg"
          tooltip={t('reviews.year.previous', 'Previous year')}
          onClick={() => onChange({ year: year - 1, occurrence: undefined })}
        />
        <strong aria-live="polite">{year}</strong>
        <IconButton
          name="angle-right"
          size="lg"
          tooltip={t('reviews.year.next', 'Next year')}
          onClick={() => onChange({ year: year + 1, occurrence: undefined })}
        />
      </Stack>
      <div className={picker}>
        <Labelled label={t('reviews.column.tier', 'Tier')}>
          {(labelId) => (
            <Combobox
              aria-labelledby={labelId}
              value={tier}
              options={[
                { value: ALL, label: t('reviews.year.all-tiers', 'All tiers') },
                ...LANES.map((value) => ({ value: value as string, label: classLabel(value) })),
              ]}
              onChange={chooseTier}
            />
          )}
        </Labelled>
      </div>
      <div className={picker}>
        <Choice
          label={t('reviews.year.scorecard', 'Scorecard')}
          placeholder={t('reviews.year.all-scorecards', 'All scorecards')}
          value={state.scorecard}
          options={scorecards}
          loading={false}
          onChange={(scorecard) => onChange({ scorecard })}
        />
      </div>
    </Stack>
  );
}

const picker = css({ minWidth: 200 });
