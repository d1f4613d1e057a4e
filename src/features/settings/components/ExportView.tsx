import { Button, Field, Stack } from '@grafana/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { toApiError } from '../../../api/errors';
import { exportResources } from '../../../api/resources';
import { ErrorState } from '../../../components/ErrorState';
import { MultiChoice } from '../../../components/MultiChoice';
import { type KindName, kinds } from '../../../contract';
import { t } from '../../../i18n';

const FILE_NAME = 'scorecards.yaml';

/** Everything as YAML: for Git, for a backup, or for another Grafana. */
export function ExportView() {
  const [chosen, setChosen] = useState<KindName[]>([]);
  const download = useMutation({
    mutationFn: () => exportResources(chosen),
    onSuccess: (yaml) => save(yaml),
  });
  return (
    <Stack direction="column" gap={2} alignItems="flex-start">
      <p>
        {t(
          'settings.export.text',
          'The file holds definitions, targets and scorecards, not the recorded values. Importing it again changes nothing; as a file in the provisioned directory it manages what it holds.'
        )}
      </p>
      <Field
        noMargin
        label={t('settings.export.kinds', 'Kinds')}
        description={t('settings.export.kinds-text', 'All when none is chosen.')}
      >
        <MultiChoice<KindName>
          id="export-kinds"
          label={t('settings.export.kinds', 'Kinds')}
          width={60}
          value={chosen}
          options={kinds.map(({ kind, summary }) => ({ value: kind, label: kind, description: summary }))}
          onChange={(options) => setChosen(options.map(({ value }) => value))}
        />
      </Field>
      <Button icon="download-alt" disabled={download.isPending} onClick={() => download.mutate()}>
        {download.isPending
          ? t('settings.export.running', 'Exporting…')
          : t('settings.export.download', 'Download YAML')}
      </Button>
      {download.error && (
        <ErrorState error={toApiError(download.error)} title={t('settings.export.failed', 'It was not exported')} />
      )}
    </Stack>
  );
}

function save(yaml: string): void {
  const url = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(url);
}
