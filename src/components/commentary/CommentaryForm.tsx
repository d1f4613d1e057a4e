import { zodResolver } from '@hookform/resolvers/zod';
import { Button, Stack } from '@grafana/ui';
import { FormProvider, useForm } from 'react-hook-form';
import { z } from 'zod';
import { ApiError } from '../../api/errors';
import { useSaveResource } from '../../api/resources';
import { type CommentarySpec, type Resource } from '../../api/types';
import { API_VERSION } from '../../contract';
import { t } from '../../i18n';
import { ErrorState } from '../ErrorState';
import { DateField } from '../form/DateField';
import { TextField } from '../form/fields';
import { type Commentary, commentaryName, type Subject } from './commentary';

interface Props {
  subject: Subject;
  existing: Commentary | undefined;
  onWriting?: () => void;
  onDone: () => void;
}

const fields = z.object({
  explanation: z.string().trim().min(1),
  cause: z.string(),
  countermeasure: z.string(),
  recoveryDate: z.string(),
  owner: z.string(),
});
type Fields = z.infer<typeof fields>;

function fieldsOf(spec: Partial<CommentarySpec> = {}): Fields {
  const { explanation = '', cause = '', countermeasure = '', recoveryDate = '', owner = '' } = spec;
  return { explanation, cause, countermeasure, recoveryDate, owner };
}

/** An empty field is an absent one; what the form doesn't show stays. */
function specOf(written: Fields, { kpi, unit, period }: Subject, existing: CommentarySpec | undefined): CommentarySpec {
  const optional = (text: string) => text.trim() || undefined;
  return {
    ...(existing ?? { kpi, unit, period }),
    explanation: written.explanation,
    cause: optional(written.cause),
    countermeasure: optional(written.countermeasure),
    recoveryDate: optional(written.recoveryDate),
    owner: optional(written.owner),
  };
}

/** Writes the explanation and recovery plan of one KPI, unit and period. */
export function CommentaryForm({ subject, existing, onWriting, onDone }: Props) {
  const save = useSaveResource();
  const form = useForm<Fields>({
    resolver: zodResolver(fields),
    defaultValues: fieldsOf(existing?.spec),
    mode: 'onTouched',
  });
  const submit = form.handleSubmit(async (written) => {
    const name = existing?.metadata.name ?? commentaryName(subject);
    const resource: Resource = {
      apiVersion: API_VERSION,
      kind: 'Commentary',
      metadata: { name, labels: existing?.metadata.labels },
      spec: specOf(written, subject, existing?.spec),
    };
    try {
      await save.mutateAsync({ resource, version: existing?.metadata.version });
      onDone();
    } catch (error) {
      for (const { path, message } of error instanceof ApiError ? error.errors : []) {
        form.setError(path.replace('/spec/', '') as keyof Fields, { type: 'server', message });
      }
    }
  });
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} onChange={onWriting} onKeyDown={({ key }) => key === 'Escape' && onDone()}>
        <Stack direction="column" gap={1.5}>
          {save.error && (
            <ErrorState error={save.error} title={t('components.commentary.refused', 'It could not be saved')} />
          )}
          <TextField
            name="explanation"
            label={t('components.commentary.explanation', 'Explanation')}
            description={t('components.commentary.explanation-text', 'Why the KPI missed its target.')}
            multiline
            required
          />
          <TextField name="cause" label={t('components.commentary.cause', 'Cause')} multiline />
          <TextField
            name="countermeasure"
            label={t('components.commentary.countermeasure', 'Countermeasure')}
            description={t('components.commentary.countermeasure-text', 'What brings it back on track.')}
            multiline
          />
          <DateField name="recoveryDate" label={t('components.commentary.recovery', 'Recovers by')} />
          <TextField name="owner" label={t('components.commentary.owner', 'Owner')} />
          <Stack gap={1}>
            <Button type="submit" disabled={save.isPending}>
              {t('components.commentary.save', 'Save explanation')}
            </Button>
            <Button variant="secondary" onClick={onDone}>
              {t('components.commentary.cancel', 'Cancel')}
            </Button>
          </Stack>
        </Stack>
      </form>
    </FormProvider>
  );
}
