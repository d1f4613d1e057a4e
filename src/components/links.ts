import { PLUGIN_ID } from '../pluginId';

/** Root of the app's pages. */
export const APP_ROOT = `/a/${PLUGIN_ID}`;

export type Query = Record<string, string | number | undefined>;

/** Address of a page of the app; segments are encoded, empty query values left out. */
export function appUrl(path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') {
      search.set(key, String(value));
    }
  }
  const text = search.toString();
  return `${APP_ROOT}/${path}${text ? `?${text}` : ''}`;
}

/** Where and when a number is looked at; travels from page to page. */
export interface Place {
  scorecard?: string;
  unit?: string;
  period?: string;
  asOf?: string;
  now?: string;
}

const place = ({ unit, period, asOf, now }: Place): Query => ({ unit, period, asOf, now });
const segment = encodeURIComponent;

/** A scorecard, at the unit and period of a place; `query` is what its page keeps in the address besides. */
export function scorecardUrl(name: string, at: Place = {}, query: Query = {}): string {
  return appUrl(`scorecards/${segment(name)}`, { ...place(at), ...query });
}

/** A KPI’s page; statuses are named by the scorecard of the place. */
export function kpiUrl(name: string, at: Place = {}): string {
  return appUrl(`kpis/${segment(name)}`, { ...place(at), scorecard: at.scorecard });
}

/** A strategy map, scored by the scorecard of the place. */
export function strategyUrl(name: string, at: Place = {}): string {
  return appUrl(`strategies/${segment(name)}`, { scorecard: at.scorecard, ...place(at) });
}

/** How often a scorecard should be reviewed, by what its KPIs do. */
export function intensityUrl(scorecard: string, at: Place = {}): string {
  return appUrl(`reviews/intensity/${segment(scorecard)}`, place(at));
}

/** A review's own page: what was prepared for it, what came out of it. */
export function reviewUrl(name: string): string {
  return appUrl(`reviews/meetings/${segment(name)}`);
}

/** The screen on which a review is held. */
export function facilitateUrl(name: string): string {
  return `${reviewUrl(name)}/facilitate`;
}

/** How the meetings of a series keep to their plan. */
export function seriesUrl(name: string): string {
  return appUrl(`reviews/series/${segment(name)}`);
}

/** A governance charter as a document, with what became of its promises. */
export function charterUrl(name: string): string {
  return appUrl(`reviews/charters/${segment(name)}`);
}

/** A template of reports, to be changed; the list of all without a name. */
export function templateUrl(name?: string): string {
  return appUrl(name === undefined ? 'reviews/templates' : `reviews/templates/${segment(name)}`);
}
