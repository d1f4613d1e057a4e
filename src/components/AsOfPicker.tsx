import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { IconButton, Input, useStyles2 } from '@grafana/ui';

interface Props {
  /** ISO instant; undefined is now. */
  value: string | undefined;
  onChange: (instant: string | undefined) => void;
}

const LOCAL = 'YYYY-MM-DDTHH:mm';

/** Shows what was known at an earlier instant, entered in the browser's time zone; empty means now. */
export function AsOfPicker({ value, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles}>
      <label htmlFor="as-of">{t('components.as-of.label', 'As of')}</label>
      <Input
        id="as-of"
        type="datetime-local"
        width={24}
        value={value ? dateTime(value).format(LOCAL) : ''}
        onChange={({ currentTarget }) => onChange(toInstant(currentTarget.value))}
        suffix={
          value && (
            <IconButton
              name="times"
              size="sm"
              tooltip={t('components.as-of.now', 'Show what is known now')}
              onClick={() => onChange(undefined)}
            />
          )
        }
      />
    </span>
  );
}

function toInstant(local: string): string | undefined {
  const instant = dateTime(local);
  return local && instant.isValid() ? instant.toISOString() : undefined;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1), label: { margin: 0 } });
