import { Combobox } from '@grafana/ui';
import { useResources } from '../api/resources';
import { t } from '../i18n';
import { Labelled } from './Labelled';
import { unitTree } from './units';
import { useUnits } from './UnitPicker';

interface PickerProps {
  id?: string;
  /** Name of what is chosen; empty for nothing. */
  value: string | undefined;
  /** Undefined when the choice is taken back. */
  onChange: (name: string | undefined) => void;
}

export interface ChoiceProps extends PickerProps {
  label: string;
  placeholder: string;
  options: Array<{ value: string; label: string }>;
  loading: boolean;
}

/** A clearable choice by title. A name that isn't there (any more) stays, so that nothing is lost by looking. */
export function Choice({ id, label, value, placeholder, options, loading, onChange }: ChoiceProps) {
  const known = !value || options.some((option) => option.value === value);
  return (
    <Labelled label={label}>
      {(labelId) => (
        <Combobox<string>
          id={id}
          aria-labelledby={labelId}
          value={value || null}
          options={known ? options : [{ value, label: value }, ...options]}
          placeholder={placeholder}
          loading={loading}
          isClearable
          onChange={(option: { value: string } | null) => onChange(option?.value)}
        />
      )}
    </Labelled>
  );
}

/** Chooses a scorecard by its title. */
export function ScorecardPicker(props: PickerProps) {
  const { data, isPending } = useResources('Scorecard');
  return (
    <Choice
      {...props}
      label={t('components.picker.scorecard', 'Scorecard')}
      placeholder={t('components.picker.choose-scorecard', 'Choose a scorecard')}
      options={titled(data)}
      loading={isPending}
    />
  );
}

/** Chooses a KPI by its title. */
export function KpiPicker(props: PickerProps) {
  const { data, isPending } = useResources('Kpi');
  return (
    <Choice
      {...props}
      label={t('components.picker.kpi', 'KPI')}
      placeholder={t('components.picker.choose-kpi', 'Choose a KPI')}
      options={titled(data)}
      loading={isPending}
    />
  );
}

interface UnitChoiceProps extends PickerProps {
  /** What holds while nothing is chosen. */
  placeholder: string;
}

/** A unit of the whole forest, indented by its place in it. */
export function UnitChoice({ placeholder, ...props }: UnitChoiceProps) {
  const { units = [], isPending } = useUnits();
  return (
    <Choice
      {...props}
      label={t('components.picker.unit', 'Unit')}
      placeholder={placeholder}
      options={unitTree(units).map(({ name, title, depth }) => ({
        value: name,
        label: `${'\u2003'.repeat(depth)}${title}`,
      }))}
      loading={isPending}
    />
  );
}

function titled(resources: Array<{ metadata: { name: string }; spec: { title: string } }> = []) {
  return resources
    .map(({ metadata, spec }) => ({ value: metadata.name, label: spec.title }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
