import { getViewportForBounds, useReactFlow, useStore, useStoreApi } from '@xyflow/react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { CARD, type Layout } from '../model/layout';

/** On the left there is room for the controls. */
const PADDING = { top: '12px', bottom: '12px', left: '60px', right: '12px' } as const;
const BARE_PADDING = '6px';
const MAX_FIT = 1.25;
/** Room that a revealed card keeps to the edge of the view, in pixels. */
const MARGIN = 24;

export interface ViewportOptions {
  /** Without controls to keep clear of. */
  bare?: boolean;
  /** Pixels at the right that something else lies over. */
  covered?: number;
}

/** What part of a map is in view: all of it until somebody pans or zooms. */
export function useViewport(layout: Layout, { bare = false, covered = 0 }: ViewportOptions) {
  const flow = useReactFlow();
  const store = useStoreApi();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const moved = useRef(false);

  const fit = useCallback(() => {
    moved.current = false;
    const { width, height, minZoom } = store.getState();
    const bounds = { x: 0, y: 0, width: layout.width, height: layout.height };
    void flow.setViewport(getViewportForBounds(bounds, width, height, minZoom, MAX_FIT, bare ? BARE_PADDING : PADDING));
  }, [flow, store, layout, bare]);

  const settle = useCallback(() => {
    if (!moved.current && width > 0 && height > 0) {
      fit();
    }
  }, [fit, width, height]);
  useEffect(settle, [settle]);

  const reveal = useCallback(
    (name: string) => {
      const card = layout.cards.find((placed) => placed.name === name);
      if (!card) {
        return;
      }
      const { transform, width: viewWidth, height: viewHeight } = store.getState();
      const [x, y, zoom] = transform;
      const shift = (start: number, size: number, offset: number, view: number) => {
        const from = start * zoom + offset;
        const to = from + size * zoom;
        return from < MARGIN ? MARGIN - from : to > view - MARGIN ? view - MARGIN - to : 0;
      };
      const right = shift(card.x, CARD.width, x, viewWidth - covered);
      const down = shift(card.y, CARD.height, y, viewHeight);
      if (right !== 0 || down !== 0) {
        void flow.setViewport({ x: x + right, y: y + down, zoom });
      }
    },
    [flow, layout, store, covered]
  );

  return useMemo(
    () => ({
      fit,
      /** As long as nobody has panned or zoomed: shows all of it. */
      settle,
      /** Brings a card into view. */
      reveal,
      zoom: (direction: 'in' | 'out') => {
        moved.current = true;
        void (direction === 'in' ? flow.zoomIn() : flow.zoomOut());
      },
      /** Moves that people make come with an event, those of the page don't. */
      onMoveStart: (event: MouseEvent | TouchEvent | null) => {
        moved.current ||= event !== null;
      },
    }),
    [fit, settle, reveal, flow]
  );
}
