import { useTheme2 } from '@grafana/ui';
import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';
import { type MapLink } from '../../../api/types';
import { type Route } from '../model/routes';
import { linkText } from './linkText';
import { FADED, useMapContext } from './mapContext';

export type CausalEdge = Edge<{ link: MapLink; route: Route }, 'causal'>;

/** Pixels of an arrow whose strength isn't known, and what a strength of 1 adds. */
const WIDTH = { least: 1.5, added: 4.5 };
const MARK_RADIUS = 8;

/** A cause-effect hypothesis: as thick as it is strong, dashed where untested, marked where broken. */
export function CausalArrow({ data, markerEnd }: EdgeProps<CausalEdge>) {
  const theme = useTheme2();
  const { lit } = useMapContext();
  if (!data) {
    return null;
  }
  const { link, route } = data;
  const faded = lit && !(lit.has(link.from) && lit.has(link.to));
  const { x, y } = route.middle;
  return (
    <g opacity={faded ? FADED : 1}>
      <BaseEdge
        path={route.path}
        markerEnd={markerEnd}
        interactionWidth={0}
        style={{
          stroke: link.state === 'broken' ? theme.colors.error.text : theme.colors.text.secondary,
          strokeWidth: WIDTH.least + WIDTH.added * Math.abs(link.strength ?? 0),
          strokeDasharray: link.state === 'untested' ? '6 5' : undefined,
        }}
      />
      {link.state === 'broken' && (
        <g stroke={theme.colors.error.text} strokeWidth={2}>
          <circle cx={x} cy={y} r={MARK_RADIUS} fill={theme.colors.background.primary} />
          <path d={`M ${x - 3} ${y - 3} l 6 6 m 0 -6 l -6 6`} />
        </g>
      )}
      <path d={route.path} fill="none" stroke="transparent" strokeWidth={16}>
        <title>{linkText(link)}</title>
      </path>
    </g>
  );
}
