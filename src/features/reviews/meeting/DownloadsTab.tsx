import { Button, LinkButton, Stack, useStyles2 } from '@grafana/ui';
import {
  archiveUrl,
  type Deliveries,
  isFinished,
  type ReportBatch,
  reportFileUrl,
  type ReportFormat,
  type Snapshot,
  useBatch,
  useDeliveries,
  useStartBatch,
} from '../../../api/reports';
import { EmptyState } from '../../../components/EmptyState';
import { ErrorState } from '../../../components/ErrorState';
import { formatInstant } from '../../../components/format';
import { tableStyles } from '../../../components/tableStyles';
import { useUnits } from '../../../components/UnitPicker';
import { t } from '../../../i18n';

interface Props {
  review: string;
  snapshot: Snapshot | null;
  batch: string | undefined;
  onBatch: (id: string) => void;
}

const FILES: ReportFormat[] = ['pdf', 'pptx', 'xlsx'];

/** The frozen report as files: of a unit, or of all in one archive; and whom it was sent to. */
export function DownloadsTab({ review, snapshot, batch, onBatch }: Props) {
  if (!snapshot) {
    return (
      <EmptyState title={t('reviews.downloads.none', 'There are no files yet')}>
        {t(
          'reviews.downloads.none-text',
          'Once the report is frozen it can be saved as PDF, PPTX and XLSX, and printed.'
        )}
      </EmptyState>
    );
  }
  return (
    <Stack direction="column" gap={3}>
      <Archive review={review} batch={batch} onBatch={onBatch} />
      <UnitFiles review={review} units={snapshot.units} />
      <DeliveryTable review={review} />
    </Stack>
  );
}

function Archive({ review, batch, onBatch }: Pick<Props, 'review' | 'batch' | 'onBatch'>) {
  const start = useStartBatch();
  const { data, error, refetch } = useBatch(batch);
  const begin = () => start.mutate({ review, formats: FILES }, { onSuccess: ({ id }) => onBatch(id) });
  const busy = start.isPending || (data !== undefined && !isFinished(data));
  return (
    <section aria-label={t('reviews.downloads.all', 'All units')}>
      <h3>{t('reviews.downloads.all', 'All units')}</h3>
      <Stack direction="column" gap={1}>
        {(start.error ?? error) && <ErrorState error={(start.error ?? error)!} onRetry={batch ? refetch : undefined} />}
        {data && <BatchProgress batch={data} />}
        <Stack gap={1}>
          <Button icon="download-alt" variant="secondary" disabled={busy} onClick={begin}>
            {t('reviews.downloads.make', 'Make PDF, PPTX and XLSX of all units')}
          </Button>
          {data?.state === 'succeeded' && (
            <LinkButton icon="download-alt" href={archiveUrl(data.id)} target="_blank">
              {t('reviews.downloads.archive', 'Save the archive')}
            </LinkButton>
          )}
        </Stack>
      </Stack>
    </section>
  );
}

function BatchProgress({ batch }: { batch: ReportBatch }) {
  const { progress, state, message } = batch;
  return (
    <div role="status">
      <progress value={progress.done} max={progress.total} aria-label={t('reviews.downloads.progress', 'Files made')} />{' '}
      {state === 'failed'
        ? message
        : t('reviews.downloads.done', '{{done}} of {{total}} files', { done: progress.done, total: progress.total })}
    </div>
  );
}

function UnitFiles({ review, units }: { review: string; units: string[] }) {
  const styles = useStyles2(tableStyles);
  const { units: known } = useUnits();
  const label = t('reviews.downloads.one', 'One unit');
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <table className={styles.table} aria-label={label}>
        <tbody>
          {units.map((unit) => {
            const title = known?.find(({ name }) => name === unit)?.title ?? unit;
            return (
              <tr key={unit}>
                <th scope="row">{title}</th>
                <td>
                  <Stack gap={1}>
                    {FILES.map((format) => (
                      <LinkButton
                        key={format}
                        size="sm"
                        variant="secondary"
                        icon="download-alt"
                        href={reportFileUrl(review, unit, format)}
                        target="_blank"
                        aria-label={t('reviews.downloads.save', 'Save {{unit}} as {{format}}', {
                          unit: title,
                          format: format.toUpperCase(),
                        })}
                      >
                        {format.toUpperCase()}
                      </LinkButton>
                    ))}
                    <LinkButton
                      size="sm"
                      variant="secondary"
                      icon="document-info"
                      href={reportFileUrl(review, unit, 'html')}
                      target="_blank"
                      aria-label={t('reviews.downloads.print-unit', 'Page of {{unit}} to print', { unit: title })}
                    >
                      {t('reviews.downloads.print', 'Print')}
                    </LinkButton>
                  </Stack>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

function DeliveryTable({ review }: { review: string }) {
  const styles = useStyles2(tableStyles);
  const { data, error, refetch } = useDeliveries(review);
  const label = t('reviews.deliveries.title', 'Sent to');
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {error && <ErrorState error={error} onRetry={refetch} />}
      {data?.items.length === 0 && (
        <p className={styles.muted}>
          {t(
            'reviews.deliveries.none',
            'Nobody: the template has no subscribers, or they get it within the next minute.'
          )}
        </p>
      )}
      {data && data.items.length > 0 && (
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('reviews.deliveries.to', 'To')}</th>
              <th scope="col">{t('reviews.deliveries.channel', 'Channel')}</th>
              <th scope="col">{t('reviews.deliveries.state', 'State')}</th>
              <th scope="col">{t('reviews.deliveries.at', 'Last tried')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={`${item.channel}/${item.to}`}>
                <th scope="row">{item.to}</th>
                <td>{channelWord(item.channel)}</td>
                <td>{stateWord(item)}</td>
                <td>{formatInstant(item.at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function stateWord({ state, message }: Deliveries['items'][number]): string {
  switch (state) {
    case 'sending':
      return t('reviews.deliveries.sending', 'on its way');
    case 'sent':
      return t('reviews.deliveries.sent', 'sent');
    case 'failed':
      return t('reviews.deliveries.failed', 'failed, tried again: {{message}}', { message });
  }
}

function channelWord(channel: Deliveries['items'][number]['channel']): string {
  switch (channel) {
    case 'app':
      return t('reviews.channel.app', 'in the app');
    case 'email':
      return t('reviews.channel.email', 'e-mail');
    case 'webhook':
      return t('reviews.channel.webhook', 'webhook');
  }
}
