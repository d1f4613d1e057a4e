import { useState } from 'react';
import { type FieldPath, type UseFormReturn } from 'react-hook-form';
import { ApiError, type ProblemItem } from '../../api/errors';
import { type Resource, type ResourceOf, type TargetSetSpec } from '../../api/types';
import { type Draft, fieldOf, slugOf, toResource } from '../../components/editor/document';
import { useDraftForm } from '../../components/editor/useDraftForm';
import { problemText } from '../../components/reasonText';
import { t } from '../../i18n';

export type TargetSet = ResourceOf<TargetSetSpec>;

/** Targets of a KPI that are edited beside it: those of one unit at a time. */
export interface TargetForm {
  form: UseFormReturn<Draft>;
  /** The KPI's target sets. */
  sets: TargetSet[];
  /** The one in the form; undefined for new targets. */
  chosen: TargetSet | undefined;
  choose: (set: TargetSet | undefined) => void;
  /** Whether there is something to save. */
  dirty: boolean;
  discard: () => void;
  /** The target set as it would be saved with a KPI of this name; undefined when nothing was changed. */
  changed: (kpi: string) => Resource | undefined;
  /** As `changed`, after the contract's check of the fields; rejects with their problems. */
  checked: (kpi: string) => Promise<Resource | undefined>;
  /** Puts the problems that concern the target set at their fields. */
  show: (problems: ProblemItem[]) => void;
}

const KIND = 'TargetSet';

const draftOf = (set: TargetSet | undefined): Draft =>
  set ? { metadata: { name: set.metadata.name, labels: set.metadata.labels }, spec: set.spec } : newTargets();

const newTargets = (): Draft => ({ metadata: { name: '' }, spec: {} });

/** `kpi`: name of a KPI that exists. */
export function useTargetForm(kpi: string | undefined, sets: TargetSet[]): TargetForm {
  const [chosen, setChosen] = useState<TargetSet | undefined>(sets[0]);
  const { form, startOver } = useDraftForm(KIND, draftOf(chosen), chosen?.metadata.version, `of ${kpi ?? ''}`);
  const { isDirty } = form.formState;

  const changed = (name: string) => {
    if (!isDirty) {
      return undefined;
    }
    const { metadata, spec } = form.getValues();
    const named = metadata.name || slugOf(`${name} ${String(spec.unit ?? '')}`);
    return toResource(KIND, { metadata: { ...metadata, name: named }, spec: { ...spec, kpi: name } });
  };

  return {
    form,
    sets,
    chosen,
    choose: (set) => {
      setChosen(set);
      startOver(draftOf(set));
    },
    dirty: isDirty,
    discard: () => startOver(draftOf(chosen)),
    changed,
    checked: async (name) => {
      const resource = changed(name);
      if (resource) {
        form.setValue('metadata.name', resource.metadata.name);
        form.setValue('spec.kpi', name);
        if (!(await form.trigger())) {
          throw new ApiError({
            type: 'about:blank',
            status: 422,
            title: t('kpis.target.invalid', 'The targets need a change before they can be saved'),
          });
        }
      }
      return resource;
    },
    show: (problems) => {
      for (const problem of problems) {
        if (problem.resource?.kind === KIND) {
          form.setError(fieldOf(problem.path) as FieldPath<Draft>, { type: 'server', message: problemText(problem) });
        }
      }
    },
  };
}
