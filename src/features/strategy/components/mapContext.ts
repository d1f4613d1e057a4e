import { createContext, type KeyboardEvent, useContext } from 'react';
import { type Scheme, type StrategyMap } from '../../../api/types';

/** What cards and arrows share; changes without the map being laid out anew. */
export interface MapContextValue {
  scheme: Scheme;
  themes: StrategyMap['themes'];
  /** Objective whose details are open. */
  selected?: string;
  /** The one card that the Tab key reaches. */
  tabStop?: string;
  /** Objectives that stay lit while the others fade; all while undefined. */
  lit?: ReadonlySet<string>;
  editing: boolean;
  onSelect: (name: string) => void;
  /** The objective under the pointer or with the focus. */
  onLook: (name: string | undefined) => void;
  onKeyDown: (event: KeyboardEvent, name: string) => void;
}

export const MapContext = createContext<MapContextValue | undefined>(undefined);

export function useMapContext(): MapContextValue {
  const value = useContext(MapContext);
  if (!value) {
    throw new Error('cards and arrows belong into a strategy map');
  }
  return value;
}

/** Opacity of what is neither upstream nor downstream of the objective in focus. */
export const FADED = 0.18;
