import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, Stack, useStyles2 } from '@grafana/ui';
import { useId } from 'react';
import { ErrorState } from '../../../../components/ErrorState';
import { t } from '../../../../i18n';
import { PreviewFrames } from './PreviewFrames';
import { PreviewValues } from './PreviewValues';
import { type PreviewState } from './usePreview';

/** Runs the unsaved definition and shows what came: rows, the values in them, scores, and what could not be read. */
export function PreviewPanel({
  preview: { from, to, setFrom, setTo, run, running, data, error },
}: {
  preview: PreviewState;
}) {
  const styles = useStyles2(getStyles);
  const ids = { from: useId(), to: useId() };
  return (
    <section aria-label={t('kpis.preview.label', 'Preview')} className={styles}>
      <Stack gap={2} alignItems="flex-end" wrap="wrap">
        <Field noMargin label={t('kpis.preview.from', 'From period')}>
          <Input
            id={ids.from}
            width={16}
            placeholder={t('kpis.preview.from-text', 'the last three')}
            value={from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
          />
        </Field>
        <Field noMargin label={t('kpis.preview.to', 'To period')}>
          <Input
            id={ids.to}
            width={16}
            placeholder={t('kpis.preview.to-text', 'the current one')}
            value={to}
            onChange={({ currentTarget }) => setTo(currentTarget.value)}
          />
        </Field>
        <Button variant="secondary" icon="play" disabled={running} onClick={run}>
          {running ? t('kpis.preview.running', 'Asking…') : t('kpis.preview.run', 'Show the preview')}
        </Button>
      </Stack>
      <div aria-live="polite" aria-busy={running}>
        {error && <ErrorState error={error} title={t('kpis.preview.failed', 'There is no preview')} onRetry={run} />}
        {data && !error && (
          <>
            {data.errors.length > 0 && (
              <ul className="errors">
                {data.errors.map(({ unit, period, message }, index) => (
                  <li key={index}>{[unit, period, message].filter(Boolean).join(': ')}</li>
                ))}
              </ul>
            )}
            <PreviewValues preview={data} />
            <PreviewFrames frames={data.frames} values={data.values} />
          </>
        )}
      </div>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(2),
    padding: theme.spacing(2),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    '.errors': { color: theme.colors.error.text },
  });
