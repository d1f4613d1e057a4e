import { getValueFormats } from '@grafana/data';
import { type KpiSpec } from '../../../api/types';
import { ABSENT } from '../../../components/format';
import { t } from '../../../i18n';
import { type Gap, type SourceType } from './catalogue';

export function sourceLabel(source: SourceType): string {
  switch (source) {
    case 'query':
      return t('kpis.source.query', 'Query');
    case 'manual':
      return t('kpis.source.manual', 'Submitted by people');
    case 'calculated':
      return t('kpis.source.calculated', 'Calculated');
    case 'none':
      return t('kpis.source.none', 'No source');
  }
}

export function gapLabel(gap: Gap): string {
  switch (gap) {
    case 'owner':
      return t('kpis.gap.owner', 'no owner');
    case 'steward':
      return t('kpis.gap.steward', 'no steward');
    case 'driver':
      return t('kpis.gap.driver', 'no value driver');
    case 'source':
      return t('kpis.gap.source', 'no source');
  }
}

export function typeLabel(type: KpiSpec['type']): string {
  switch (type) {
    case 'leading':
      return t('kpis.type.leading', 'Leading');
    case 'lagging':
      return t('kpis.type.lagging', 'Lagging');
    default:
      return t('kpis.type.none', 'Not said');
  }
}

/** A unit of measure as Grafana's unit picker calls it; one that Grafana doesn't know stands for itself. */
export function unitLabel(unit: string | undefined): string {
  if (!unit) {
    return ABSENT;
  }
  const formats = getValueFormats().flatMap(({ submenu }) => submenu);
  return formats.find(({ value }) => value === unit)?.text ?? unit;
}
