import { useFormContext } from 'react-hook-form';
import { saveResource, type SpecFor, useResources, useWrite } from '../../api/resources';
import { type Resource } from '../../api/types';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { slugOf, toResource } from '../editor/document';
import { ChoiceField, type FieldProps, useChosen } from './fields';

interface Props<K extends KindName> extends FieldProps {
  kind: K;
  /** Whether a resource is offered; all are when left out. */
  accept?: (spec: SpecFor<K>) => boolean;
  /** What a resource without a title is called; by its name when left out. */
  labelOf?: (spec: SpecFor<K>) => string;
  /** Spec of a resource with this title; makes it possible to create one by typing its title. */
  create?: (title: string) => SpecFor<K>;
}

/** Chooses a resource of a kind by its title, or creates one that isn't there yet. */
export function ResourceField<K extends KindName>({ kind, accept, labelOf, create, ...props }: Props<K>) {
  const { setError } = useFormContext();
  const { data = [] } = useResources(kind);
  const write = useWrite((resource: Resource) => saveResource(resource, undefined));
  const { name } = props;
  const take = useChosen(name);

  const options = data
    .filter(({ spec }) => !accept || accept(spec))
    .map(({ metadata, spec }) => ({
      value: metadata.name,
      label: 'title' in spec && typeof spec.title === 'string' ? spec.title : (labelOf?.(spec) ?? metadata.name),
      description: metadata.name,
    }));

  const choose = async (value: string | undefined) => {
    if (!value || !create || options.some((option) => option.value === value)) {
      take(value);
      return;
    }
    try {
      const draft = { metadata: { name: slugOf(value) }, spec: create(value) as Record<string, unknown> };
      const { metadata } = await write.mutateAsync(toResource(kind, draft));
      take(metadata.name);
    } catch (error) {
      setError(name, { type: 'server', message: error instanceof Error ? error.message : String(error) });
    }
  };

  return (
    <ChoiceField
      {...props}
      options={options}
      custom={create !== undefined}
      customDescription={t('components.form.create', 'Create it')}
      onChoose={choose}
    />
  );
}
