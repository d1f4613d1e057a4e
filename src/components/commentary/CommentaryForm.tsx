import { Button, Stack } from '@grafana/ui';
import { FormProvider, useForm } from 'react-hook-form';
import { saveResource } from '../../api/resources';
import { t } from '../../i18n';
import { type Draft } from '../editor/document';
import { Problems } from '../editor/Problems';
import { draftResolver } from '../editor/useDraftForm';
import { useSaveForm } from '../editor/useSaveForm';
import { DateField } from '../form/DateField';
import { FieldNamesProvider } from '../form/fieldNames';
import { TextField } from '../form/fields';
import { keepFocus } from '../form/keepFocus';
import { type Commentary, commentaryName, type Subject } from './commentary';

interface Props {
  subject: Subject;
  existing: Commentary | undefined;
  onWriting?: () => void;
  onDone: () => void;
}

/** What the form doesn't show stays. */
function draftOf(subject: Subject, existing: Commentary | undefined): Draft {
  const { kpi, unit, period } = subject;
  return existing
    ? { metadata: { name: existing.metadata.name, labels: existing.metadata.labels }, spec: { ...existing.spec } }
    : { metadata: { name: commentaryName(subject) }, spec: { kpi, unit, period } };
}

/** Writes the explanation and recovery plan of one KPI, unit and period. */
export function CommentaryForm({ subject, existing, onWriting, onDone }: Props) {
  const form = useForm<Draft>({
    resolver: draftResolver('Commentary'),
    defaultValues: draftOf(subject, existing),
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { save, saving, error, elsewhere, fields } = useSaveForm({
    kind: 'Commentary',
    form,
    write: (resource, version) => saveResource(resource, version),
    onSaved: onDone,
  });
  const { isDirty } = form.formState;
  const leave = () => !isDirty && onDone(); // what was typed isn't thrown away by a key
  return (
    <FormProvider {...form}>
      <FieldNamesProvider>
        <form
          ref={fields}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save(existing?.metadata.version);
          }}
          onChange={onWriting}
          onKeyDown={({ key }) => key === 'Escape' && leave()}
        >
          <Stack direction="column" gap={1.5}>
            <Problems error={error} elsewhere={elsewhere} />
            <TextField
              name="spec.explanation"
              label={t('components.commentary.explanation', 'Explanation')}
              description={t('components.commentary.explanation-text', 'Why the KPI missed its target.')}
              multiline
              required
            />
            <TextField name="spec.cause" label={t('components.commentary.cause', 'Cause')} multiline />
            <TextField
              name="spec.countermeasure"
              label={t('components.commentary.countermeasure', 'Countermeasure')}
              description={t('components.commentary.countermeasure-text', 'What brings it back on track.')}
              multiline
            />
            <DateField name="spec.recoveryDate" label={t('components.commentary.recovery', 'Recovers by')} />
            <TextField name="spec.owner" label={t('components.commentary.owner', 'Owner')} />
            <Stack gap={1}>
              <Button type="submit" onMouseDown={keepFocus} disabled={saving}>
                {t('components.commentary.save', 'Save explanation')}
              </Button>
              <Button variant="secondary" onClick={onDone}>
                {t('components.commentary.cancel', 'Cancel')}
              </Button>
            </Stack>
          </Stack>
        </form>
      </FieldNamesProvider>
    </FormProvider>
  );
}
