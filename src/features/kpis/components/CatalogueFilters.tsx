import { Combobox, Input, Stack } from '@grafana/ui';
import { Labelled } from '../../../components/Labelled';
import { t } from '../../../i18n';
import { type CatalogueEntry, type CatalogueFilter, choicesOf, gapNames, sourceTypes } from '../model/catalogue';
import { gapLabel, sourceLabel } from '../model/labels';
import { usePerspectiveTitles, useTitleOf } from '../../../api/titles';

interface Props {
  /** All entries; they say which choices there are. */
  entries: CatalogueEntry[];
  filter: CatalogueFilter;
  onChange: (change: Partial<CatalogueFilter>) => void;
}

/** Narrows the catalogue; every filter is in the URL. */
export function CatalogueFilters({ entries, filter, onChange }: Props) {
  const perspectiveTitle = usePerspectiveTitles();
  const systemTitle = useTitleOf('SourceSystem');
  const named = (names: string[], label: (name: string) => string = (name) => name) =>
    names.map((value) => ({ value, label: label(value) }));
  return (
    <Stack gap={1} wrap="wrap" alignItems="center">
      <Input
        aria-label={t('kpis.filter.search', 'Search KPIs')}
        placeholder={t('kpis.filter.search-text', 'Search by title, description, driver or people')}
        width={36}
        value={filter.q}
        onChange={({ currentTarget }) => onChange({ q: currentTarget.value })}
      />
      <Choice
        label={t('kpis.filter.perspective', 'Perspective')}
        value={filter.perspective}
        options={named(
          choicesOf(entries, ({ perspectives }) => perspectives),
          perspectiveTitle
        )}
        onChange={(perspective) => onChange({ perspective })}
      />
      <Choice
        label={t('kpis.filter.owner', 'Owner')}
        value={filter.owner}
        options={named(choicesOf(entries, ({ kpi }) => [kpi.spec.owner]))}
        onChange={(owner) => onChange({ owner })}
      />
      <Choice
        label={t('kpis.filter.steward', 'Steward')}
        value={filter.steward}
        options={named(choicesOf(entries, ({ kpi }) => [kpi.spec.steward]))}
        onChange={(steward) => onChange({ steward })}
      />
      <Choice
        label={t('kpis.filter.source', 'Source')}
        value={filter.source}
        options={sourceTypes.map((value) => ({ value, label: sourceLabel(value) }))}
        onChange={(source) => onChange({ source })}
      />
      <Choice
        label={t('kpis.filter.system', 'System')}
        value={filter.system}
        options={named(
          choicesOf(entries, ({ system }) => [system]),
          systemTitle
        )}
        onChange={(system) => onChange({ system })}
      />
      <Choice
        label={t('kpis.filter.gap', 'Gap')}
        value={filter.gap}
        options={[
          { value: 'any' as const, label: t('kpis.filter.any-gap', 'any gap') },
          ...gapNames.map((value) => ({ value, label: gapLabel(value) })),
        ]}
        onChange={(gap) => onChange({ gap })}
      />
    </Stack>
  );
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T | undefined;
  options: Array<{ value: T; label: string }>;
  onChange: (value: T | undefined) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <Labelled label={label}>
      {(labelId) => (
        <Combobox<T>
          aria-labelledby={labelId}
          placeholder={label}
          isClearable
          width="auto"
          minWidth={14}
          maxWidth={30}
          value={value ?? null}
          options={options}
          onChange={(chosen) => onChange(chosen?.value)}
        />
      )}
    </Labelled>
  );
}
