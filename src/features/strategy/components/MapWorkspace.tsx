import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useCallback, useState } from 'react';
import { type StrategyMap } from '../../../api/types';
import { EmptyState } from '../../../components/EmptyState';
import { KeysHelp } from '../../../components/KeysHelp';
import { useShortcuts } from '../../../components/useShortcuts';
import { t } from '../../../i18n';
import { EditSide, type Task } from '../editing/EditSide';
import { EditToolbar } from '../editing/EditToolbar';
import { useEdits } from '../editing/useEdits';
import { type MapUrlState, type UpdateMapUrl } from '../urlState';
import { usePeriods } from '../usePeriods';
import { MapLegend } from './MapLegend';
import { MapTable } from './MapTable';
import { ObjectivePanel } from './ObjectivePanel';
import { PeriodSlider } from './PeriodSlider';
import { StrategyMapView } from './StrategyMapView';

interface Props {
  map: StrategyMap;
  /** Another period or unit is being read; the map still shows the last one. */
  busy: boolean;
  state: MapUrlState;
  onChange: UpdateMapUrl;
  editing: boolean;
  onDone: () => void;
}

const SIDE_WIDTH = 380;

/** The map or its table, the selected objective beside it, and the way through time below. */
export function MapWorkspace({ map, busy, state, onChange, editing, onDone }: Props) {
  const styles = useStyles2(getStyles);
  const [task, setTaskOnly] = useState<Task>();
  const edits = useEdits();
  const { dismissError } = edits;
  const setTask = useCallback(
    (next: Task | undefined) => {
      dismissError();
      setTaskOnly(next);
    },
    [dismissError]
  );
  const { unit, asOf, now, objective: selected, view } = state;
  const periods = usePeriods(map.scorecard, map.period.id, { unit, asOf, now });
  const objectives = map.perspectives.flatMap((perspective) => perspective.objectives);
  const shown = objectives.find(({ ref }) => ref.name === selected);

  const select = useCallback(
    (objective: string | undefined) => {
      setTask(undefined);
      onChange({ objective }, { replace: true });
    },
    [onChange, setTask]
  );
  const showPeriod = useCallback((period: string) => onChange({ period }, { replace: true }), [onChange]);
  useShortcuts({
    t: () => onChange({ view: view === 'map' ? 'table' : 'map' }, { replace: true }),
    ...(task || selected ? { Escape: () => (task ? setTask(undefined) : select(undefined)) } : {}),
    ...(editing && edits.undoable > 0 && !edits.pending ? { 'mod+z': () => void edits.undo() } : {}),
  });

  const finish = () => {
    setTask(undefined);
    onDone();
  };
  return (
    <>
      {editing && <EditToolbar edits={edits} onAdd={() => setTask({ type: 'add' })} onDone={finish} />}
      <div className={styles.body} aria-busy={busy}>
        <div className={styles.main}>
          {view === 'table' ? (
            <MapTable map={map} selected={selected} onSelect={select} />
          ) : objectives.length === 0 && !editing ? (
            <NoObjectives />
          ) : (
            <StrategyMapView
              map={map}
              selected={shown && selected}
              onSelect={select}
              covered={SIDE_WIDTH}
              editing={editing}
              onConnect={(from, to) => setTask({ type: 'link', from, to })}
            />
          )}
        </div>
        {(editing ? task || shown || edits.error : shown) && (
          <aside className={cx(styles.side, view === 'map' && styles.drawer)}>
            {editing ? (
              <EditSide map={map} selected={selected} onSelect={select} task={task} onTask={setTask} edits={edits} />
            ) : (
              shown && (
                <ObjectivePanel map={map} objective={shown} onSelect={select} onClose={() => select(undefined)} />
              )
            )}
          </aside>
        )}
      </div>
      <div className={styles.foot}>
        <PeriodSlider periods={periods} period={map.period.id} busy={busy} onChange={showPeriod} />
        {view === 'map' && <MapLegend themes={map.themes} />}
        <KeysHelp keys={keysOf(editing)} />
      </div>
    </>
  );
}

function keysOf(editing: boolean): Array<[string, string]> {
  return [
    ['← ↑ ↓ →', t('strategy.keys.arrows', 'to the next card')],
    ['Enter', t('strategy.keys.enter', 'details of the objective')],
    ['Esc', t('strategy.keys.escape', 'close the details')],
    ['t', t('strategy.keys.table', 'map or table')],
    ...(editing ? [['Ctrl+Z', t('strategy.keys.undo', 'undo the last change')] as [string, string]] : []),
  ];
}

function NoObjectives() {
  return (
    <EmptyState title={t('strategy.map.empty', 'This scorecard has no objectives yet')}>
      {t('strategy.map.empty-text', 'Choose Edit to add the first one, or provision them from a file.')}
    </EmptyState>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({
    position: 'relative',
    display: 'flex',
    height: 'max(440px, calc(100vh - 265px))',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
    [theme.breakpoints.down('md')]: { flexDirection: 'column', height: 'auto' },
  }),
  main: css({ flex: 1, height: '100%', minHeight: 440, minWidth: 0 }),
  side: css({
    flex: `0 0 ${SIDE_WIDTH}px`,
    overflowY: 'auto',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    background: theme.colors.background.primary,
    '& > form': { padding: theme.spacing(2) },
    [theme.breakpoints.down('md')]: { flexBasis: 'auto', borderLeft: 0 },
  }),
  drawer: css({
    [theme.breakpoints.up('md')]: {
      position: 'absolute',
      inset: '0 0 0 auto',
      width: SIDE_WIDTH,
      boxShadow: theme.shadows.z2,
      zIndex: theme.zIndex.navbarFixed,
    },
  }),
  foot: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginTop: theme.spacing(1),
  }),
});
