import { css } from '@emotion/css';
import { dateTime, type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { t } from '../i18n';

interface Props {
  /** ISO instant; undefined is now. */
  value: string | undefined;
  onChange: (instant: string | undefined) => void;
}

const LOCAL = 'YYYY-MM-DDTHH:mm';

/** Shows what was known at an earlier instant, entered in the browser's time zone. */
export function AsOfPicker({ value, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [asking, setAsking] = useState(false);

  if (value === undefined && !asking) {
    return (
      <Button variant="secondary" fill="outline" icon="history" onClick={() => setAsking(true)}>
        {t('components.as-of.now', 'As of now')}
      </Button>
    );
  }
  return (
    <span className={styles}>
      <label htmlFor="as-of">{t('components.as-of.label', 'As of')}</label>
      <Input
        id="as-of"
        type="datetime-local"
        width={30}
        autoFocus={asking}
        defaultValue={value ? dateTime(value).format(LOCAL) : ''}
        onBlur={({ currentTarget }) => onChange(toInstant(currentTarget.value))}
        onKeyDown={({ key, currentTarget }) => key === 'Enter' && onChange(toInstant(currentTarget.value))}
      />
      <IconButton
        name="times"
        tooltip={t('components.as-of.reset', 'Show what is known now')}
        onClick={() => {
          setAsking(false);
          onChange(undefined);
        }}
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
