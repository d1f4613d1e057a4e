import { Combobox } from '@grafana/ui';
import { type History } from '../../../api/types';
import { formatDay } from '../../../components/format';
import { Labelled } from '../../../components/Labelled';
import { useChoice } from '../../../components/useChoice';
import { t } from '../../../i18n';

interface Props {
  history: History;
  present: number;
  shown: number;
  onChoose: (version: number) => void;
}

/** Chooses a version of the charter, the present one first. */
export function VersionPicker({ history, present, shown, onChoose }: Props) {
  const choose = useChoice(shown, onChoose);
  const options = history.items.map(({ version, at, by }) => ({
    value: version,
    label: t('reviews.charter.version', 'Version {{version}} of {{day}}, by {{by}}', {
      version,
      day: formatDay(at),
      by,
    }),
    description: version === present ? t('reviews.charter.present', 'in force') : undefined,
  }));
  return (
    <Labelled label={t('reviews.charter.versions', 'Version')}>
      {(labelId) => (
        <Combobox
          aria-labelledby={labelId}
          value={shown}
          options={options}
          onChange={choose}
          width="auto"
          minWidth={30}
        />
      )}
    </Labelled>
  );
}
