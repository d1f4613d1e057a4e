import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, useStyles2 } from '@grafana/ui';
import { type CellState } from '../../../api/types';
import { Labelled } from '../../../components/Labelled';
import { MultiChoice } from '../../../components/MultiChoice';
import { stateName } from '../../../components/StateMark';
import { statusLabel } from '../../../components/status';
import { cellStates } from '../../../contract';
import { t } from '../../../i18n';
import { type Column, columns, type Filter, NO_STATUS, ownersOf } from '../rows';
import { type Place } from '../tree';
import { type Update } from '../useUrlState';
import { columnLabel } from './columnLabel';

interface Props {
  all: Place[];
  /** Names of levels from the worst to the best. */
  levels: string[];
  filter: Filter;
  hidden: Column[];
  update: Update;
}

/** Filters of the tree-table, and which columns it shows. */
export function DetailToolbar({ all, levels, filter, hidden, update }: Props) {
  const styles = useStyles2(getStyles);
  const change = (part: Partial<Filter>) => update({ filter: { ...filter, ...part } });
  return (
    <div className={styles} role="group" aria-label={t('scorecards.toolbar.label', 'Filters')}>
      <MultiChoice
        label={t('scorecards.toolbar.status', 'Status')}
        placeholder={t('scorecards.toolbar.any-status', 'Any status')}
        width="auto"
        minWidth={18}
        maxWidth={40}
        value={filter.statuses}
        options={[...levels.toReversed(), NO_STATUS].map((value) => ({
          value,
          label: statusLabel(value === NO_STATUS ? null : value),
        }))}
        onChange={(chosen) => change({ statuses: chosen.map(({ value }) => value) })}
      />
      <Labelled label={t('scorecards.toolbar.owner', 'Owner')}>
        {(id) => (
          <Combobox
            aria-labelledby={id}
            placeholder={t('scorecards.toolbar.any-owner', 'Any owner')}
            isClearable
            width={24}
            value={filter.owner ?? null}
            options={ownersOf(all).map((value) => ({ value, label: value }))}
            onChange={(chosen) => change({ owner: chosen?.value })}
          />
        )}
      </Labelled>
      <MultiChoice<CellState>
        label={t('scorecards.toolbar.state', 'State')}
        placeholder={t('scorecards.toolbar.any-state', 'Any state')}
        width="auto"
        minWidth={18}
        maxWidth={40}
        value={filter.states}
        options={cellStates.map((value) => ({ value, label: stateName(value) }))}
        onChange={(chosen) => change({ states: chosen.map(({ value }) => value) })}
      />
      <MultiChoice<Column>
        label={t('scorecards.toolbar.columns', 'Hidden columns')}
        placeholder={t('scorecards.toolbar.all-columns', 'All columns shown')}
        width="auto"
        minWidth={22}
        maxWidth={40}
        value={hidden}
        options={columns.map((value) => ({ value, label: columnLabel(value) }))}
        onChange={(chosen) => update({ hidden: chosen.map(({ value }) => value) }, { replace: true })}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), marginBottom: theme.spacing(1) });
