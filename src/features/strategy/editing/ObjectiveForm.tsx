import { zodResolver } from '@hookform/resolvers/zod';
import { Combobox, Field, Input, TextArea } from '@grafana/ui';
import { type Control, Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { useResources } from '../../../api/resources';
import { type ObjectiveSpec } from '../../../api/types';
import { contractError } from '../../../components/editor/contractError';
import { MultiChoice } from '../../../components/MultiChoice';
import { Objective } from '../../../contract';
import { t } from '../../../i18n';
import { FormButtons } from './FormButtons';

interface Props {
  /** The objective as it is; a new one's has no title yet. */
  spec: ObjectiveSpec;
  /** Perspectives to choose from; an objective that is on the map stays in its own. */
  perspectives?: Array<{ name: string; title: string }>;
  busy: boolean;
  onSave: (spec: ObjectiveSpec) => void;
  onCancel: () => void;
}

const { title, description, owner } = Objective.spec.shape;
const fields = z.object({
  title,
  description: description.unwrap(),
  owner: z
    .string()
    .trim()
    .transform((who) => who || undefined)
    .pipe(owner),
  perspective: z.string(),
  themes: z.array(z.string()),
  kpis: z.array(z.string()),
});
type Fields = z.input<typeof fields>;
type Filled = z.output<typeof fields>;

/** What people say of an objective: what, who, in which themes, measured by what. */
export function ObjectiveForm({ spec, perspectives, busy, onSave, onCancel }: Props) {
  const { data: themes = [] } = useResources('Theme');
  const { data: kpis = [] } = useResources('Kpi');
  const form = useForm<Fields, unknown, Filled>({
    resolver: zodResolver(fields, { error: contractError }),
    defaultValues: fieldsOf(spec),
  });
  const { errors } = form.formState;
  const ofStrategy = themes.filter((theme) => theme.spec.strategy === spec.strategy);
  return (
    <form
      onSubmit={form.handleSubmit((values) => onSave(specOf(values, spec)))}
      aria-label={t('strategy.objective-form.label', 'Objective')}
    >
      <Field
        label={t('strategy.objective-form.title', 'Title')}
        invalid={Boolean(errors.title)}
        error={errors.title?.message}
      >
        <Input id="objective-title-field" {...form.register('title')} />
      </Field>
      {perspectives && (
        <Field htmlFor="objective-perspective" label={t('strategy.objective-form.perspective', 'Perspective')}>
          <Controller
            control={form.control}
            name="perspective"
            render={({ field: { value, onChange } }) => (
              <Combobox
                id="objective-perspective"
                value={value}
                options={perspectives.map((each) => ({ value: each.name, label: each.title }))}
                onChange={(option) => onChange(option.value)}
              />
            )}
          />
        </Field>
      )}
      <Field
        label={t('strategy.objective-form.description', 'Description')}
        invalid={Boolean(errors.description)}
        error={errors.description?.message}
      >
        <TextArea id="objective-description" rows={3} {...form.register('description')} />
      </Field>
      <Field
        label={t('strategy.objective-form.owner', 'Owner')}
        description={t('strategy.objective-form.owner-description', 'A login, team:name, or a role.')}
        invalid={Boolean(errors.owner)}
        error={errors.owner?.message}
      >
        <Input id="objective-owner" {...form.register('owner')} />
      </Field>
      <Choice
        control={form.control}
        name="themes"
        label={t('strategy.objective-form.themes', 'Themes')}
        items={ofStrategy}
      />
      <Choice control={form.control} name="kpis" label={t('strategy.objective-form.kpis', 'KPIs')} items={kpis} />
      <FormButtons save={t('strategy.objective-form.save', 'Save objective')} busy={busy} onCancel={onCancel} />
    </form>
  );
}

interface ChoiceProps {
  control: Control<Fields, unknown, Filled>;
  name: 'themes' | 'kpis';
  label: string;
  items: Array<{ metadata: { name: string }; spec: { title: string } }>;
}

function Choice({ control, name, label, items }: ChoiceProps) {
  const id = `objective-${name}`;
  return (
    <Field htmlFor={id} label={label}>
      <Controller
        control={control}
        name={name}
        render={({ field: { value, onChange } }) => (
          <MultiChoice
            id={id}
            label={label}
            value={value}
            options={items.map(({ metadata, spec }) => ({ value: metadata.name, label: spec.title }))}
            onChange={(chosen) => onChange(chosen.map((option) => option.value))}
          />
        )}
      />
    </Field>
  );
}

const themeOf = (theme: NonNullable<ObjectiveSpec['themes']>[number]) =>
  typeof theme === 'string' ? theme : theme.theme;

function fieldsOf(spec: ObjectiveSpec): Fields {
  return {
    title: spec.title,
    description: spec.description ?? '',
    owner: spec.owner ?? '',
    perspective: spec.perspective,
    themes: (spec.themes ?? []).map(themeOf),
    kpis: (spec.kpis ?? []).map(({ kpi }) => kpi),
  };
}

/** The spec with what was entered; weights of themes and KPIs that stay are kept. */
function specOf(values: Filled, before: ObjectiveSpec): ObjectiveSpec {
  const { description: said, themes, kpis, ...rest } = values;
  return {
    ...before,
    ...rest,
    description: said || undefined,
    themes: themes.map((name) => before.themes?.find((theme) => themeOf(theme) === name) ?? name),
    kpis: kpis.map((name) => before.kpis?.find(({ kpi }) => kpi === name) ?? { kpi: name }),
  };
}
