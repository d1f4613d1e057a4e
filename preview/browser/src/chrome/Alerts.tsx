import { css } from '@emotion/css';
import { AppEvents, type GrafanaTheme2 } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Alert, type AlertVariant, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';

interface Shown {
  id: number;
  severity: AlertVariant;
  texts: string[];
}

const severities: Array<[typeof AppEvents.alertError, AlertVariant]> = [
  [AppEvents.alertError, 'error'],
  [AppEvents.alertWarning, 'warning'],
  [AppEvents.alertSuccess, 'success'],
  [AppEvents.alertInfo, 'info'],
];

const visibleForMs = 6000;
let lastId = 0;

/** The messages that plugins and requests ask Grafana to show. */
export function Alerts() {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState<Shown[]>([]);
  useEffect(() => {
    const remove = (id: number) => setShown((all) => all.filter((alert) => alert.id !== id));
    const subscriptions = severities.map(([event, severity]) =>
      getAppEvents()
        .getStream(event as never)
        .subscribe((given: { payload?: unknown[] }) => {
          const alert = { id: ++lastId, severity, texts: (given.payload ?? []).map(String) };
          setShown((all) => [...all, alert]);
          setTimeout(() => remove(alert.id), visibleForMs);
        })
    );
    return () => subscriptions.forEach((subscription) => subscription.unsubscribe());
  }, []);
  return (
    <div className={styles.stack} aria-live="polite">
      {shown.map(({ id, severity, texts }) => (
        <Alert
          key={id}
          severity={severity}
          title={texts[0] ?? ''}
          elevated
          onRemove={() => setShown((all) => all.filter((alert) => alert.id !== id))}
        >
          {texts.slice(1).join(' ')}
        </Alert>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  stack: css({
    position: 'fixed',
    top: theme.spacing(8),
    right: theme.spacing(2),
    width: 400,
    maxWidth: '100vw',
    zIndex: theme.zIndex.portal,
  }),
});
