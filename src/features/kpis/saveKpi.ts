import { pathOf, request } from '../../api/client';
import { ApiError } from '../../api/errors';
import { applyResources, planResources, saveResource } from '../../api/resources';
import { type Resource } from '../../api/types';
import { pluralOf } from '../../contract';
import { t } from '../../i18n';

const KPIS = pluralOf('Kpi');

/**
 * Saves a KPI, and the targets that were entered beside it: both or neither. `version` is the one that the change is based
 * on, undefined for a new KPI. Rejects with an ApiError; the paths of its problems are those of the resource that they name.
 */
export async function saveKpi(
  kpi: Resource,
  version: number | undefined,
  reason: string | undefined,
  targets: Resource | undefined
): Promise<Resource> {
  if (!targets) {
    return saveResource(kpi, version, { reason });
  }
  // Applying goes by name, so what PUT and POST check by themselves is checked here.
  const plan = await planResources([kpi, targets]);
  if (version === undefined) {
    if (!plan.created.some(({ kind, name }) => kind === kpi.kind && name === kpi.metadata.name)) {
      throw refusal(409, t('kpis.save.exists', 'There is a KPI of this name already.'));
    }
  } else {
    const current = await read(kpi.metadata.name);
    if (current.metadata.version !== version) {
      throw refusal(412, t('kpis.save.stale', 'Somebody changed it in the meantime.'), current);
    }
  }
  await applyResources([kpi, targets], { reason });
  return read(kpi.metadata.name);
}

const read = (name: string) => request<Resource>('GET', pathOf(KPIS, name));

function refusal(status: number, detail: string, current?: Resource): ApiError {
  return new ApiError({ type: 'about:blank', title: detail, detail, status, current });
}
