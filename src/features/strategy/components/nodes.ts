import { MarkerType, type NodeHandle, Position } from '@xyflow/react';
import { type StrategyMap } from '../../../api/types';
import { CARD, type Layout, layOutMap } from '../model/layout';
import { type Lane } from '../model/rows';
import { type CausalEdge } from './CausalArrow';
import { type LaneNode } from './LaneBand';
import { type ObjectiveNode } from './ObjectiveCard';

export type MapNode = LaneNode | ObjectiveNode;

const ARROW_HEAD = 32;

/** Where arrows meet cards; given, so that nothing has to be measured before the first arrow shows. */
const HANDLES: NodeHandle[] = [
  { type: 'target', position: Position.Bottom, x: CARD.width / 2, y: CARD.height, width: 1, height: 1 },
  { type: 'source', position: Position.Top, x: CARD.width / 2, y: 0, width: 1, height: 1 },
];

/** Lays out a map by its perspectives, objectives and links; scores don't matter. */
export function layOut({ perspectives, links }: StrategyMap): Layout {
  return layOutMap(
    lanesOf(perspectives),
    links.map(({ ref, from, to }) => ({ id: ref.name, from, to }))
  );
}

/** What the layout of a map depends on, as text to compare. */
export function structureOf({ perspectives, links }: StrategyMap): string {
  return JSON.stringify([lanesOf(perspectives), links.map(({ ref, from, to }) => [ref.name, from, to])]);
}

function lanesOf(perspectives: StrategyMap['perspectives']): Lane[] {
  return perspectives.map(({ name, objectives }) => ({ name, objectives: objectives.map(({ ref }) => ref.name) }));
}

/** Bands first: they lie behind the cards. */
export function nodesOf(map: StrategyMap, layout: Layout): MapNode[] {
  const spots = new Map(layout.cards.map((card) => [card.name, card]));
  const fixed = { draggable: false, focusable: false, selectable: false, deletable: false };
  const bands = map.perspectives.map((perspective, index): LaneNode => {
    const { y, height } = layout.lanes[index];
    return {
      ...fixed,
      id: `lane/${perspective.name}`,
      type: 'lane',
      data: { perspective },
      position: { x: 0, y },
      width: layout.width,
      height,
      connectable: false,
      zIndex: -1,
      style: { pointerEvents: 'none' },
    };
  });
  const cards = map.perspectives
    .flatMap(({ objectives }) => objectives)
    .map((objective): ObjectiveNode => {
      const { x, y } = spots.get(objective.ref.name)!;
      return {
        ...fixed,
        ...CARD,
        id: objective.ref.name,
        type: 'objective',
        data: { objective },
        position: { x, y },
        handles: HANDLES,
        // What can't be selected or dragged has none otherwise.
        style: { pointerEvents: 'all' },
      };
    });
  return [...bands, ...cards];
}

/** Arrows of links whose both ends are on the map. */
export function edgesOf(map: StrategyMap, layout: Layout, color: (link: CausalEdge['data']) => string): CausalEdge[] {
  return map.links.flatMap((link): CausalEdge[] => {
    const route = layout.routes.get(link.ref.name);
    if (!route) {
      return [];
    }
    const data = { link, route };
    return [
      {
        id: link.ref.name,
        type: 'causal',
        source: link.from,
        target: link.to,
        data,
        focusable: false,
        selectable: false,
        deletable: false,
        markerEnd: {
          type: MarkerType.ArrowClosed,
          markerUnits: 'userSpaceOnUse',
          width: ARROW_HEAD,
          height: ARROW_HEAD,
          color: color(data),
        },
      },
    ];
  });
}
