export const meetingTabs = ['report', 'compare', 'minutes', 'downloads'] as const;
export type MeetingTab = (typeof meetingTabs)[number];

/** All that the page of a review shows; the URL holds it. */
export interface MeetingState {
  tab: MeetingTab;
  /** Whose report is shown; the first unit's when left out. */
  unit?: string;
  /** The section that is compared; the report's first when left out. */
  section?: string;
  /** Batch of files that is being made. */
  batch?: string;
}

export function readState(params: URLSearchParams): MeetingState {
  const text = (key: string) => params.get(key) || undefined;
  return {
    tab: meetingTabs.find((tab) => tab === params.get('tab')) ?? 'report',
    unit: text('unit'),
    section: text('section'),
    batch: text('batch'),
  };
}

/** The query of a state; what is as usual is left out. Parameters that aren't the page's own are kept from `base`. */
export function writeState(state: MeetingState, base: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const params = new URLSearchParams(base);
  for (const [key, value] of Object.entries({ ...state, tab: state.tab === 'report' ? undefined : state.tab })) {
    if (value) {
      params.set(key, value);
    } else {
      params.delete(key);
    }
  }
  return params;
}
