import {
  type PluginExtensionAddedLinkConfig,
  type PluginExtensionPanelContext,
  PluginExtensionPoints,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import { appUrl } from '../components/links';
import { newKpiUrl, type PanelSource } from '../features/kpis/model/panelSource';

type PanelQuery = PluginExtensionPanelContext['targets'][number];

/** Data sources of Grafana itself: what they give comes from elsewhere, or isn't asked of a server at all. */
const NO_SOURCES = new Set(['__expr__', '-- Mixed --', '-- Dashboard --', '-- Grafana --', 'grafana']);

/** Scores are made of KPIs: to make KPIs of scores would go round in circles. */
const OWN_DATASOURCE = 'bsc-scorecard-datasource';

/** What people look for in the command palette. */
const PAGES = [
  { title: 'Open scorecards', description: 'How the organisation is doing against its targets', path: 'scorecards' },
  { title: 'Open strategy maps', description: 'Objectives, and what is believed to lead to what', path: 'strategies' },
  { title: 'Find a KPI', description: 'Definition, owner, source and values of every KPI', path: 'kpis' },
];

const panelLink: PluginExtensionAddedLinkConfig<PluginExtensionPanelContext> = {
  title: 'Use as KPI source',
  description: 'Make a KPI of what this panel queries',
  icon: 'crosshair',
  targets: [PluginExtensionPoints.DashboardPanelMenu],
  path: newKpiUrl({}),
  configure: (context) => {
    const source = mayEdit() && context ? panelSourceOf(context) : undefined;
    return source && { path: newKpiUrl(source) };
  },
};

/**
 * Links that the app adds to Grafana, as plugin.json declares them. They are registered when Grafana starts, before any
 * translation is there: hence English, and hardly any imports.
 */
export const addedLinks: PluginExtensionAddedLinkConfig[] = [
  panelLink as PluginExtensionAddedLinkConfig,
  ...PAGES.map(({ title, description, path }) => ({
    title,
    description,
    targets: [PluginExtensionPoints.CommandPalette],
    path: appUrl(path),
  })),
];

/** The first query of a panel that asks a data source, with where it comes from; undefined when there is none. */
export function panelSourceOf({ title, targets, dashboard }: PluginExtensionPanelContext): PanelSource | undefined {
  const target = targets.find(
    ({ hide, datasource }) =>
      !hide && datasource?.uid && !NO_SOURCES.has(datasource.uid) && datasource.type !== OWN_DATASOURCE
  );
  const uid = target?.datasource?.uid;
  if (!target || !uid) {
    return undefined;
  }
  return {
    title: title.trim() || undefined,
    datasource: { uid, type: target.datasource?.type },
    query: modelOf(target),
    dashboard: dashboard.uid ? { title: dashboard.title, url: `/d/${dashboard.uid}` } : undefined,
  };
}

/** The query without what belongs to its place in the panel. */
function modelOf({ refId: _refId, hide: _hide, datasource: _datasource, key: _key, ...model }: PanelQuery) {
  return model;
}

function mayEdit(): boolean {
  return ['Editor', 'Admin'].includes(config.bootData.user.orgRole);
}
