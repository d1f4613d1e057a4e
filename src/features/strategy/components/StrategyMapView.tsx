import '@xyflow/react/dist/base.css';
import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type Connection, MiniMap, ReactFlow, ReactFlowProvider } from '@xyflow/react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { type StrategyMap } from '../../../api/types';
import { rankColor, rankOf } from '../../../components/status';
import { t } from '../../../i18n';
import { type Direction, neighbour, reach } from '../model/graph';
import { CausalArrow } from './CausalArrow';
import { LaneBand } from './LaneBand';
import { MapContext, type MapContextValue } from './mapContext';
import { MapControls } from './MapControls';
import { edgesOf, layOut, type MapNode, nodesOf, structureOf } from './nodes';
import { ObjectiveCard } from './ObjectiveCard';
import { useViewport } from './useViewport';

export interface StrategyMapViewProps {
  map: StrategyMap;
  selected?: string;
  /** A card was chosen by click or Enter; nothing when the selection is given up. */
  onSelect: (name: string | undefined) => void;
  /** Cards show handles, and an arrow can be drawn from one to another. */
  editing?: boolean;
  onConnect?: (from: string, to: string) => void;
  /** Without the controls, for a small place. */
  bare?: boolean;
  /** Pixels at the right that the details of the selected objective lie over. */
  covered?: number;
}

const NODE_TYPES = { objective: ObjectiveCard, lane: LaneBand };
const EDGE_TYPES = { causal: CausalArrow };
const ZOOM = { min: 0.05, max: 2 };
/** Objectives from which on the whole is hard to see without a map of the map. */
const MINIMAP_OVER = 40;

const DIRECTIONS: Record<string, Direction> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};

/** The strategy map: lanes, cards and arrows, to pan, zoom and walk through with the arrow keys. Fills its container. */
export function StrategyMapView(props: StrategyMapViewProps) {
  return (
    <ReactFlowProvider>
      <Flow {...props} />
    </ReactFlowProvider>
  );
}

function Flow({ map, selected, onSelect, editing = false, onConnect, bare, covered }: StrategyMapViewProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const container = useRef<HTMLDivElement>(null);
  const { looked, setLooked, lit } = useLooked(map);

  const structure = structureOf(map);
  // Laid out anew only when objectives or links come and go, so that nothing moves while scores change.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const layout = useMemo(() => layOut(map), [structure]);
  const nodes = useMemo(() => nodesOf(map, layout), [map, layout]);
  const edges = useMemo(
    () =>
      edgesOf(map, layout, (data) =>
        data?.link.state === 'broken' ? theme.colors.error.text : theme.colors.text.secondary
      ),
    [map, layout, theme]
  );
  const viewport = useViewport(layout, { bare, covered });
  useReturnOfFocus(container, selected);
  const { reveal, settle } = viewport;
  useEffect(() => {
    if (selected === undefined) {
      settle();
    } else {
      reveal(selected);
    }
  }, [selected, reveal, settle]);

  const onKeyDown = useCallback(
    (event: KeyboardEvent, name: string) => {
      const direction = DIRECTIONS[event.key];
      const next = direction && neighbour(layout.cards, name, direction);
      if (direction) {
        event.preventDefault();
      }
      if (next) {
        container.current?.querySelector<HTMLElement>(`[data-objective="${next}"]`)?.focus({ preventScroll: true });
        viewport.reveal(next);
      }
    },
    [layout, viewport]
  );
  const context = useMemo<MapContextValue>(
    () => ({
      scheme: map.scheme,
      themes: map.themes,
      selected,
      tabStop: looked ?? selected ?? layout.cards[0]?.name,
      lit,
      editing,
      onSelect,
      onLook: setLooked,
      onKeyDown,
    }),
    [map.scheme, map.themes, selected, looked, layout, lit, editing, onSelect, setLooked, onKeyDown]
  );

  return (
    <MapContext.Provider value={context}>
      <div
        ref={container}
        className={styles.map}
        role="group"
        aria-label={t('strategy.map.label', 'Strategy map {{title}}', { title: map.title })}
      >
        <ReactFlow<MapNode>
          nodes={nodes}
          edges={edges}
          nodeTypes={NODE_TYPES}
          edgeTypes={EDGE_TYPES}
          minZoom={ZOOM.min}
          maxZoom={ZOOM.max}
          onInit={viewport.fit}
          onMoveStart={viewport.onMoveStart}
          onConnect={({ source, target }: Connection) => onConnect?.(source, target)}
          nodesDraggable={false}
          nodesConnectable={editing}
          elementsSelectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          disableKeyboardA11y
          deleteKeyCode={null}
          zoomOnDoubleClick={false}
          onPaneClick={() => onSelect(undefined)}
          proOptions={{ hideAttribution: true }}
          colorMode={theme.isDark ? 'dark' : 'light'}
        >
          {!bare && <MapControls onZoom={viewport.zoom} onFit={viewport.fit} />}
          {!bare && layout.cards.length > MINIMAP_OVER && (
            <MiniMap<MapNode>
              pannable
              ariaLabel={t('strategy.map.minimap', 'Overview of the map')}
              bgColor={theme.colors.background.primary}
              maskColor={theme.colors.background.canvas}
              nodeColor={(node) =>
                node.type === 'objective'
                  ? rankColor(theme, rankOf(node.data.objective.status, map.scheme))
                  : theme.colors.background.secondary
              }
            />
          )}
        </ReactFlow>
      </div>
    </MapContext.Provider>
  );
}

/** The objective that is looked at, by pointer or focus, and what stays lit because of it. One that went away is no longer. */
function useLooked({ links, perspectives }: StrategyMap) {
  const [named, setLooked] = useState<string>();
  const looked = perspectives.some(({ objectives }) => objectives.some(({ ref }) => ref.name === named))
    ? named
    : undefined;
  const lit = useMemo(() => (looked === undefined ? undefined : reach(links, looked)), [links, looked]);
  return { looked, setLooked, lit };
}

function focusCard(container: RefObject<HTMLElement>, name: string) {
  container.current?.querySelector<HTMLElement>(`[data-objective="${name}"]`)?.focus({ preventScroll: true });
}

/** When details are closed, what had the focus is gone: it goes back to the card that they belonged to. */
function useReturnOfFocus(container: RefObject<HTMLElement>, selected: string | undefined) {
  const before = useRef(selected);
  useEffect(() => {
    if (before.current !== undefined && selected === undefined && document.activeElement === document.body) {
      focusCard(container, before.current);
    }
    before.current = selected;
  }, [container, selected]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  map: css({
    width: '100%',
    height: '100%',
    '.react-flow': { background: theme.colors.background.primary },
    '.react-flow__minimap': { border: `1px solid ${theme.colors.border.weak}` },
    '.react-flow__edges svg': { overflow: 'visible' },
  }),
});
