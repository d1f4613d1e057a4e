import { Alert, Button, CodeEditor, FileUpload, Input, Stack } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { toApiError } from '../../../api/errors';
import { applyResources, planResources, useWrite } from '../../../api/resources';
import { t } from '../../../i18n';
import { ImportProblems } from './ImportProblems';
import { PlanSummary } from './PlanSummary';

/** Takes YAML in two steps: what it would change, then the change; all of it or nothing. */
export function ImportView() {
  const [yaml, setYaml] = useState('');
  const [reason, setReason] = useState('');
  const plan = useMutation({ mutationFn: (text: string) => planResources(text) });
  const apply = useWrite((text: string) => applyResources(text, { reason: reason.trim() || undefined }));
  const failure = apply.error ?? plan.error;

  const edit = (text: string) => {
    setYaml(text);
    plan.reset();
    apply.reset();
  };
  const check = () => {
    apply.reset();
    plan.mutate(yaml);
  };
  const upload = async ({ currentTarget }: FormEvent<HTMLInputElement>) => {
    const files = Array.from(currentTarget.files ?? []);
    const texts = await Promise.all(files.map((file) => file.text()));
    edit(texts.join('\n---\n'));
  };
  const changes = plan.data && plan.data.created.length + plan.data.changed.length + plan.data.deleted.length;

  return (
    <Stack direction="column" gap={2}>
      <div>
        <FileUpload accept=".yaml,.yml" showFileName onFileUpload={upload}>
          {t('settings.import.upload', 'Choose a YAML file')}
        </FileUpload>
      </div>
      <CodeEditor
        value={yaml}
        language="yaml"
        height={320}
        showLineNumbers
        showMiniMap={false}
        monacoOptions={{ ariaLabel: t('settings.import.label', 'Resources as YAML') } as object}
        onChange={edit}
      />
      <Stack gap={1} alignItems="center" wrap="wrap">
        <Button variant="secondary" disabled={yaml.trim() === '' || plan.isPending} onClick={check}>
          {plan.isPending
            ? t('settings.import.checking', 'Checking…')
            : t('settings.import.check', 'Show what would change')}
        </Button>
        {Boolean(changes) && !apply.data && (
          <>
            <Input
              aria-label={t('settings.import.reason', 'Why (kept in the history)')}
              placeholder={t('settings.import.reason', 'Why (kept in the history)')}
              width={50}
              maxLength={1000}
              value={reason}
              onChange={({ currentTarget }) => setReason(currentTarget.value)}
            />
            <Button disabled={apply.isPending} onClick={() => apply.mutate(yaml)}>
              {apply.isPending ? t('settings.import.applying', 'Applying…') : t('settings.import.apply', 'Apply')}
            </Button>
          </>
        )}
      </Stack>
      {failure && <ImportProblems error={toApiError(failure)} />}
      {apply.data && <Alert severity="success" title={t('settings.import.done', 'Applied')} />}
      {plan.data && !failure && <PlanSummary plan={apply.data ?? plan.data} />}
    </Stack>
  );
}
