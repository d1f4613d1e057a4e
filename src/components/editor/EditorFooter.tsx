import { Button, ConfirmModal, Input, Stack } from '@grafana/ui';
import { useState } from 'react';
import { LONGEST_REASON, useDeleteResource } from '../../api/resources';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { ErrorState } from '../ErrorState';
import { keepFocus } from '../form/keepFocus';

interface Props {
  kind: KindName;
  /** Name of a resource that exists; only such a one can be deleted. */
  name: string | undefined;
  version: number | undefined;
  reason: string;
  onReason: (reason: string) => void;
  saving: boolean;
  /** While the YAML can't be read there is nothing to save. */
  blocked: boolean;
  onSave: () => void;
  onDeleted?: () => void;
}

/** Why, save, and delete with a question first. */
export function EditorFooter({ kind, name, version, reason, onReason, saving, blocked, onSave, onDeleted }: Props) {
  const [asking, setAsking] = useState(false);
  const remove = useDeleteResource();
  const deletable = onDeleted && name !== undefined && version !== undefined;

  const confirm = async () => {
    setAsking(false);
    if (deletable) {
      await remove.mutateAsync({ kind, name, version, reason: reason.trim() || undefined });
      onDeleted();
    }
  };

  return (
    <Stack direction="column" gap={2}>
      {remove.error && (
        <ErrorState error={remove.error} title={t('components.editor.not-deleted', 'It was not deleted')} />
      )}
      {remove.error?.problem.referrers && (
        <ul aria-label={t('components.editor.referrers', 'Still refer to it')}>
          {remove.error.problem.referrers.map((ref) => (
            <li key={`${ref.kind}/${ref.name}`}>
              {ref.kind} {ref.name}
            </li>
          ))}
        </ul>
      )}
      <Stack gap={1} alignItems="center" wrap="wrap">
        <Button onMouseDown={keepFocus} onClick={onSave} disabled={blocked}>
          {saving ? t('components.editor.saving', 'Saving…') : t('components.editor.save', 'Save')}
        </Button>
        <Input
          aria-label={t('components.editor.reason', 'Why (kept in the history)')}
          placeholder={t('components.editor.reason', 'Why (kept in the history)')}
          width={50}
          maxLength={LONGEST_REASON}
          value={reason}
          onChange={({ currentTarget }) => onReason(currentTarget.value)}
        />
        {deletable && (
          <Button variant="destructive" fill="outline" icon="trash-alt" onClick={() => setAsking(true)}>
            {t('components.editor.delete', 'Delete')}
          </Button>
        )}
      </Stack>
      {asking && (
        <ConfirmModal
          isOpen
          title={t('components.editor.delete-title', 'Delete {{name}}?', { name })}
          body={[
            t('components.editor.delete-body', 'Its history is kept, but it is gone from every page.'),
            remains(kind),
          ]
            .filter(Boolean)
            .join(' ')}
          confirmText={t('components.editor.delete', 'Delete')}
          onConfirm={() => confirm().catch(() => undefined)}
          onDismiss={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}

/** What a resource leaves behind that another one of its name finds; undefined of the kinds that leave nothing. */
function remains(kind: KindName): string | undefined {
  return kind === 'Kpi'
    ? t(
        'components.editor.delete-values',
        'Its values stay, too: a KPI that is given its name later goes on with them.'
      )
    : undefined;
}
