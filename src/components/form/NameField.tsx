import { useEffect, useRef } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { t } from '../../i18n';
import { type Draft, slugOf } from '../editor/document';
import { TextField } from './fields';

/**
 * Name of a resource, by which others refer to it: follows the title until somebody writes another one, and stays once the
 * resource exists (`fixed`).
 */
export function NameField({ fixed }: { fixed: boolean }) {
  const { getValues, setValue } = useFormContext<Draft>();
  const title = useWatch<Draft>({ name: 'spec.title' });
  const proposed = useRef(slugOf(String(title ?? '')));

  useEffect(() => {
    const next = slugOf(String(title ?? ''));
    if (!fixed && getValues('metadata.name') === proposed.current) {
      setValue('metadata.name', next, { shouldDirty: true });
    }
    proposed.current = next;
  }, [fixed, title, getValues, setValue]);

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
