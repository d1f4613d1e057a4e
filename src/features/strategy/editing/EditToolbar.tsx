import { Button, Stack } from '@grafana/ui';
import { t } from '../../../i18n';
import { type Edits } from './useEdits';

interface Props {
  edits: Edits;
  onAdd: () => void;
  onDone: () => void;
}

export function EditToolbar({ edits, onAdd, onDone }: Props) {
  return (
    <Stack gap={1} alignItems="center" wrap="wrap">
      <Button icon="plus" variant="secondary" size="sm" onClick={onAdd}>
        {t('strategy.edit.add-objective', 'Add objective')}
      </Button>
      <Button
        icon="history-alt"
        variant="secondary"
        size="sm"
        disabled={edits.undoable === 0 || edits.pending}
        onClick={edits.undo}
      >
        {t('strategy.edit.undo', 'Undo ({{number}})', { number: edits.undoable })}
      </Button>
      <Button size="sm" onClick={onDone}>
        {t('strategy.edit.done', 'Done')}
      </Button>
      <span>{t('strategy.edit.hint', 'Draw an arrow from the top of one card to the bottom of another.')}</span>
    </Stack>
  );
}
