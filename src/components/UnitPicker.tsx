import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useResources } from '../api/resources';
import { t } from '../i18n';
import { Labelled } from './Labelled';
import { type UnitItem, unitPath, unitTree } from './units';

interface Props {
  unit: string;
  /** The unit at the top; units outside its tree aren't offered. The whole forest when left out. */
  top?: string;
  onChange: (unit: string) => void;
}

/** Units that the caller may see, as the tree functions take them. */
export function useUnits() {
  const { data, ...rest } = useResources('OrgUnit');
  const units = useMemo(
    () =>
      data?.map(({ metadata, spec }): UnitItem => ({ name: metadata.name, title: spec.title, parent: spec.parent })),
    [data]
  );
  return { units, ...rest };
}

/** The way down to the shown unit, each step a way back, and a searchable list of the units below. */
export function UnitPicker({ unit, top, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { units = [] } = useUnits();
  const above = unitPath(units, unit, top).slice(0, -1);
  const options = unitTree(units, top).map(({ name, title, parent }) => ({
    value: name,
    label: title,
    description: name !== top && parent ? pathText(units, parent, top) : undefined,
  }));
  return (
    <nav aria-label={t('components.unit-picker.label', 'Unit')} className={styles.row}>
      {above.map(({ name, title }) => (
        <span key={name} className={styles.row}>
          <Button fill="text" variant="secondary" size="sm" onClick={() => onChange(name)}>
            {title}
          </Button>
          <span aria-hidden>›</span>
        </span>
      ))}
      <Labelled label={t('components.unit-picker.select', 'Choose a unit')}>
        {(id) => (
          <Combobox
            aria-labelledby={id}
            width="auto"
            minWidth={16}
            maxWidth={36}
            value={unit}
            options={options.some(({ value }) => value === unit) ? options : [{ value: unit, label: unit }, ...options]}
            onChange={({ value }) => onChange(value)}
          />
        )}
      </Labelled>
    </nav>
  );
}

const pathText = (units: UnitItem[], unit: string, top?: string) =>
  unitPath(units, unit, top)
    .map(({ title }) => title)
    .join(' › ');

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
});
