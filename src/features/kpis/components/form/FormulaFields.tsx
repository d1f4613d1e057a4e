import { Field, RadioButtonGroup, Stack, TextArea } from '@grafana/ui';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { ApiError } from '../../../../api/errors';
import { planResources } from '../../../../api/resources';
import { type Draft, toResource } from '../../../../components/editor/document';
import { useFieldError } from '../../../../components/form/fieldError';
import { FieldFrame } from '../../../../components/form/FieldFrame';
import { problemText } from '../../../../components/reasonText';
import { t } from '../../../../i18n';
import { useDebounced } from '../../../../components/useDebounced';
import { PreviewPanel } from './PreviewPanel';
import { usePreview } from './usePreview';

const PATH = '/spec/source/formula';
const PAUSE_MS = 500;

/** Stands in for the name of a KPI that has none yet while its formula is checked. */
const UNNAMED = 'unnamed';

interface Props {
  /** Name of a KPI that exists; its targets then score the preview. */
  name?: string;
  readOnly: boolean;
}

/** A formula over other KPIs, checked by the server while it is written. */
export function FormulaFields({ name, readOnly }: Props) {
  const id = useId();
  const preview = usePreview(name);
  const { field } = useController({ name: 'spec.source.formula' });
  const { field: evaluate } = useController({ name: 'spec.source.evaluate' });
  const formula = String(field.value ?? '');
  const found = useFormulaCheck(formula);
  const problem = useFieldError('spec.source.formula') ?? found?.problem;
  return (
    <>
      <FieldFrame
        name="spec.source.formula"
        required
        label={t('kpis.form.formula', 'Formula')}
        description={t(
          'kpis.form.formula-text',
          'KPIs by name, such as profit / revenue or kpi("order-cycle-days"); + − * / ?: and comparisons; min, max, abs, round, coalesce; prev, ytd, rolling, samePeriodLastYear.'
        )}
        error={problem}
      >
        <TextArea id={id} rows={3} spellCheck={false} {...field} value={formula} />
      </FieldFrame>
      {!problem && found?.valid && <p role="status">{t('kpis.form.formula-valid', 'The formula can be computed.')}</p>}
      <Stack>
        <Field
          noMargin
          label={t('kpis.form.evaluate', 'Computed')}
          description={t(
            'kpis.form.evaluate-text',
            'A margin of a year is its profit by its revenue: after aggregation.'
          )}
        >
          <RadioButtonGroup
            aria-label={t('kpis.form.evaluate', 'Computed')}
            value={evaluate.value ?? 'afterAggregation'}
            options={[
              { value: 'afterAggregation', label: t('kpis.form.evaluate-after', 'after aggregation') },
              { value: 'perPeriod', label: t('kpis.form.evaluate-period', 'per period, then aggregated') },
            ]}
            onChange={evaluate.onChange}
          />
        </Field>
      </Stack>
      {!readOnly && <PreviewPanel preview={preview} />}
    </>
  );
}

interface FormulaCheck {
  problem?: string;
  /** The whole definition passed; false also while something else in it keeps the formula from being judged. */
  valid: boolean;
}

/** The server's judgement of the formula as it stands; undefined while it isn't known. */
function useFormulaCheck(formula: string): FormulaCheck | undefined {
  const { getValues } = useFormContext<Draft>();
  const settled = useDebounced(formula, PAUSE_MS);
  const { data } = useQuery({
    queryKey: ['plan', 'formula', settled],
    queryFn: ({ signal }) => check(getValues(), signal),
    enabled: settled.trim() !== '',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  return settled === formula ? data : undefined;
}

/** Asks what saving the draft would do, and picks what concerns the formula. */
async function check(draft: Draft, signal: AbortSignal): Promise<FormulaCheck> {
  const { metadata, spec } = toResource('Kpi', draft);
  const name = metadata.name || UNNAMED;
  try {
    await planResources([toResource('Kpi', { metadata: { name }, spec: { ...spec, title: spec.title || name } })], {
      signal,
    });
    return { valid: true };
  } catch (error) {
    const problems = error instanceof ApiError ? error.errors : [];
    const found = problems.find(({ path }) => path === PATH);
    return { problem: found && problemText(found), valid: false };
  }
}
