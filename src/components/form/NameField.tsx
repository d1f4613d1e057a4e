import { useEffect, useRef, useState } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../i18n';
import { slugOf } from '../editor/document';
import { TextField } from './fields';

/**
 * Name of a resource, by which others refer to it: follows the title until somebody writes another one, and stays once the
 * resource exists (`fixed`).
 */
export function NameField({ fixed }: { fixed: boolean }) {
  useNameOf('spec.title', 'metadata.name', fixed);
  return (
    <TextField
      name="metadata.name"
      label={t('components.form.name', 'Name')}
      description={t('components.form.name-text', 'By which other resources and files refer to it.')}
      required
      disabled={fixed}
    />
  );
}

interface PartProps {
  /** Path of the part in the form, with a title and a name. */
  path: string;
  label: string;
  /** Whether the resource exists, so that what refers to the part does by the name that it has. */
  fixed: boolean;
}

/** Name of a part of a resource, such as a committee of a charter: follows its title until somebody writes another one. */
export function PartNameField({ path, label, fixed }: PartProps) {
  const { getValues } = useFormContext();
  const [named] = useState(() => Boolean(getValues(`${path}.name`)));
  useNameOf(`${path}.title`, `${path}.name`, fixed && named);
  return <TextField name={`${path}.name`} label={label} required />;
}

/** Keeps a name what its title says, as long as it was that. */
function useNameOf(titlePath: string, namePath: string, fixed: boolean) {
  const { getValues, setValue } = useFormContext();
  const title: unknown = useWatch({ name: titlePath });
  const proposed = useRef(slugOf(String(title ?? '')));

  useEffect(() => {
    const next = slugOf(String(title ?? ''));
    const name: unknown = getValues(namePath) ?? '';
    if (!fixed && name === proposed.current && name !== next) {
      setValue(namePath, next, { shouldDirty: true });
    }
    proposed.current = next;
  }, [fixed, title, titlePath, namePath, getValues, setValue]);
}
