import { Button, Drawer, Field, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { type FormEvent, useId, useMemo, useState } from 'react';
import { useStartCollection } from '../../../api/measurement';
import { useResources } from '../../../api/resources';
import { type CollectionRequest, type Run } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { MultiChoice } from '../../../components/MultiChoice';
import { problemText } from '../../../components/reasonText';
import { type KindName } from '../../../contract';
import { t } from '../../../i18n';

interface Props {
  onClose: () => void;
  onStarted: (run: Run) => void;
}

type Choice = 'all' | 'kpis' | 'sources';

/** Asks which KPIs, periods and units to collect, and starts the run. */
export function StartDrawer({ onClose, onStarted }: Props) {
  const start = useStartCollection();
  const [choice, setChoice] = useState<Choice>('all');
  const [names, setNames] = useState<string[]>([]);
  const [units, setUnits] = useState<string[]>([]);
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const ids = { from: useId(), to: useId() };
  const problemAt = (path: string) => {
    const problem = start.error?.errors.find((each) => each.path === path);
    return problem && problemText(problem);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const request: CollectionRequest = {
      ...(choice !== 'all' && { [choice]: names }),
      ...(from.trim() && { from: from.trim() }),
      ...(to.trim() && { to: to.trim() }),
      ...(units.length > 0 && { units }),
    };
    start.mutate(request, { onSuccess: onStarted });
  };

  return (
    <Drawer
      title={t('collection.start.title', 'Start a collection')}
      subtitle={t(
        'collection.start.subtitle',
        'Values that are already recorded stay; what differs becomes a restatement.'
      )}
      size="sm"
      onClose={onClose}
    >
      <form onSubmit={submit}>
        <Stack direction="column" gap={2}>
          {start.error && (
            <ErrorState error={start.error} title={t('collection.start.refused', 'It was not started')} />
          )}
          <Field noMargin label={t('collection.start.what', 'What')}>
            <RadioButtonGroup<Choice>
              aria-label={t('collection.start.what', 'What')}
              value={choice}
              options={[
                { value: 'all', label: t('collection.start.all', 'All KPIs') },
                { value: 'kpis', label: t('collection.start.kpis', 'Some KPIs') },
                { value: 'sources', label: t('collection.start.sources', 'Source systems') },
              ]}
              onChange={(value) => {
                setChoice(value);
                setNames([]);
              }}
            />
          </Field>
          {choice === 'kpis' && (
            <Names
              key="kpis"
              kind="Kpi"
              label={t('collection.start.which-kpis', 'KPIs')}
              value={names}
              onChange={setNames}
            />
          )}
          {choice === 'sources' && (
            <Names
              key="sources"
              kind="SourceSystem"
              label={t('collection.start.which-sources', 'Source systems')}
              value={names}
              onChange={setNames}
            />
          )}
          <Stack gap={2}>
            <Field
              noMargin
              label={t('collection.start.from', 'From period')}
              description={t(
                'collection.start.from-text',
                'Such as 2026-01, 2026-Q1 or 2026; empty for what is due now.'
              )}
              invalid={Boolean(problemAt('/from'))}
              error={problemAt('/from')}
            >
              <Input id={ids.from} value={from} onChange={({ currentTarget }) => setFrom(currentTarget.value)} />
            </Field>
            <Field
              noMargin
              label={t('collection.start.to', 'To period')}
              description={t('collection.start.to-text', 'Included; empty for the current one.')}
              invalid={Boolean(problemAt('/to'))}
              error={problemAt('/to')}
            >
              <Input id={ids.to} value={to} onChange={({ currentTarget }) => setTo(currentTarget.value)} />
            </Field>
          </Stack>
          <Names
            kind="OrgUnit"
            label={t('collection.start.units', 'Only these units')}
            value={units}
            onChange={setUnits}
          />
          <Stack gap={1}>
            <Button type="submit" disabled={start.isPending || (choice !== 'all' && names.length === 0)}>
              {start.isPending ? t('collection.start.starting', 'Starting…') : t('collection.start.start', 'Start')}
            </Button>
            <Button variant="secondary" fill="outline" onClick={onClose}>
              {t('collection.start.cancel', 'Cancel')}
            </Button>
          </Stack>
        </Stack>
      </form>
    </Drawer>
  );
}

interface NamesProps {
  kind: KindName;
  label: string;
  value: string[];
  onChange: (names: string[]) => void;
}

/** Chooses resources of a kind by their titles. */
function Names({ kind, label, value, onChange }: NamesProps) {
  const id = useId();
  const { data } = useResources(kind);
  // The same list until it changes: the picker starts its search over with every new one.
  const options = useMemo(
    () =>
      (data ?? []).map(({ metadata: { name }, spec }) => ({
        value: name,
        label: 'title' in spec && typeof spec.title === 'string' ? spec.title : name,
      })),
    [data]
  );
  return (
    <Field noMargin label={label}>
      <MultiChoice
        id={id}
        label={label}
        options={options}
        value={value}
        onChange={(chosen) => onChange(chosen.map((option) => option.value))}
      />
    </Field>
  );
}
