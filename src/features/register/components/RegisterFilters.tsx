import { Button, Combobox, Input, RadioButtonGroup, Stack } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { personText, stateLabel, teamOf, teamText } from '../../../components/followup/words';
import { Labelled } from '../../../components/Labelled';
import { t } from '../../../i18n';
import { type RegisterFilter, type Subject, subjectsOf } from '../model/filter';

interface Props {
  filter: RegisterFilter;
  /** Teams that own an entry; undefined until they are known. */
  teams: string[] | undefined;
  onChange: (change: Partial<RegisterFilter>) => void;
}

/** Narrows the register; every filter is in the URL. */
export function RegisterFilters({ filter, teams = [], onChange }: Props) {
  const asked = teamOf(filter.owner ?? '');
  const team = teams.find((name) => name.toLowerCase() === asked?.toLowerCase()) ?? asked;
  return (
    <Stack gap={1} wrap="wrap" alignItems="center">
      <RadioButtonGroup
        aria-label={t('register.filter.whose', 'Whose')}
        value={filter.mine}
        options={[
          { value: false, label: t('register.filter.all', 'All') },
          { value: true, label: t('register.filter.mine', 'Mine') },
        ]}
        onChange={(mine) => onChange({ mine })}
      />
      <Search value={filter.q} onChange={(q) => onChange({ q })} />
      <Choice
        label={t('register.filter.state', 'State')}
        value={filter.state}
        options={stateOptions()}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        label={t('register.filter.type', 'Type')}
        value={filter.type ?? ''}
        options={[
          { value: '', label: t('register.filter.both', 'Actions and decisions') },
          { value: 'action', label: t('register.filter.actions', 'Actions') },
          { value: 'decision', label: t('register.filter.decisions', 'Decisions') },
        ]}
        onChange={(type) => onChange({ type: type as RegisterFilter['type'] })}
      />
      <Choice
        label={t('register.filter.attention', 'Attention')}
        value={filter.attention ?? ''}
        options={[
          { value: '', label: t('register.filter.late-or-not', 'Late or not') },
          { value: 'overdue', label: t('register.filter.overdue', 'Overdue') },
          { value: 'escalated', label: t('register.filter.escalated', 'Escalated') },
        ]}
        onChange={(attention) => onChange({ attention: attention as RegisterFilter['attention'] })}
      />
      {(teams.length > 0 || team !== undefined) && (
        <Choice
          label={t('register.filter.team', 'Team')}
          value={team ?? ''}
          options={[
            { value: '', label: t('register.filter.any-owner', 'Of anybody') },
            ...teamsWith(teams, team).map((value) => ({ value, label: teamText(value) })),
          ]}
          onChange={(value) => onChange({ owner: value && `team:${value}`, state: filter.state })}
        />
      )}
      {subjectsOf(filter)
        .filter((subject) => subject !== 'owner' || team === undefined)
        .map((subject) => (
          <Button
            key={subject}
            size="sm"
            variant="secondary"
            icon="times"
            tooltip={t('register.filter.remove', 'Show it without this filter')}
            onClick={() => onChange({ [subject]: undefined })}
          >
            {`${subjectLabel(subject)}: ${personText(filter[subject] ?? '')}`}
          </Button>
        ))}
    </Stack>
  );
}

/** The teams with the one that is chosen, which may have nothing any more. */
const teamsWith = (teams: string[], chosen: string | undefined) =>
  chosen === undefined || teams.includes(chosen) ? teams : [...teams, chosen];

function stateOptions() {
  const states = ['open', 'inProgress', 'blocked', 'done', 'cancelled', 'decided', 'withdrawn'];
  return [
    { value: 'waiting', label: t('register.filter.waiting', 'What waits') },
    { value: 'closed', label: t('register.filter.closed', 'What is over') },
    { value: 'all', label: t('register.filter.any-state', 'Any state') },
    ...states.map((value) => ({ value, label: stateLabel(value) })),
  ];
}

function subjectLabel(subject: Subject): string {
  switch (subject) {
    case 'owner':
      return t('register.subject.owner', 'Owner');
    case 'kpi':
      return t('register.subject.kpi', 'KPI');
    case 'objective':
      return t('register.subject.objective', 'Objective');
    case 'review':
      return t('register.subject.review', 'Review');
    case 'series':
      return t('register.subject.series', 'Series');
    case 'committee':
      return t('register.subject.committee', 'Committee');
  }
}

const TYPING_MS = 300;

/** Asks once somebody stops typing. */
function Search({ value, onChange }: { value: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (value !== shown) {
    setShown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onChange(text), TYPING_MS);
    return () => clearTimeout(timer);
  });
  return (
    <Input
      aria-label={t('register.filter.search', 'Search the register')}
      placeholder={t('register.filter.search-text', 'Search by title or text')}
      width={28}
      value={text}
      onChange={({ currentTarget }) => setText(currentTarget.value)}
    />
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: Array<{ value: string; label: string }>;
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Labelled label={label}>
      {(labelId) => (
        <Combobox
          aria-labelledby={labelId}
          width="auto"
          minWidth={16}
          value={value}
          options={options}
          onChange={(chosen) => onChange(chosen.value)}
        />
      )}
    </Labelled>
  );
}
