import { Button, Stack } from '@grafana/ui';
import { t } from '../../../i18n';

interface Props {
  /** What the button that submits the form says. */
  save: string;
  busy: boolean;
  onCancel: () => void;
}

/** The end of a form beside the map: submit, or leave everything as it is. */
export function FormButtons({ save, busy, onCancel }: Props) {
  return (
    <Stack gap={1}>
      <Button type="submit" disabled={busy}>
        {save}
      </Button>
      <Button variant="secondary" fill="text" onClick={onCancel}>
        {t('strategy.edit.cancel', 'Cancel')}
      </Button>
    </Stack>
  );
}
