import { Choice } from '../../../components/pickers';
import { useUnits } from '../../../components/UnitPicker';
import { t } from '../../../i18n';

interface Props {
  units: string[];
  unit: string;
  onUnit: (unit: string | undefined) => void;
}

/** Chooses among the units of a report; nothing where there is one. */
export function UnitChoice({ units, unit, onUnit }: Props) {
  const { units: known, isPending } = useUnits();
  if (units.length < 2) {
    return null;
  }
  const title = (name: string) => known?.find((each) => each.name === name)?.title ?? name;
  return (
    <div style={{ maxWidth: 360 }}>
      <Choice
        label={t('reviews.report.unit', 'Unit')}
        placeholder={t('reviews.report.choose-unit', 'Choose a unit')}
        value={unit}
        options={units.map((value) => ({ value, label: title(value) }))}
        loading={isPending}
        onChange={onUnit}
      />
    </div>
  );
}
