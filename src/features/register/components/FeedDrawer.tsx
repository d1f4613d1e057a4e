import { locationUtil } from '@grafana/data';
import { Alert, Button, ClipboardButton, Drawer, Input, Stack, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { type z } from 'zod';
import { API_BASE } from '../../../api/client';
import { useCreateFeedToken, useFeedTokens, useRevokeFeedToken } from '../../../api/followUp';
import { type FeedToken } from '../../../api/types';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT, formatInstant } from '../../../components/format';
import { contractResolver } from '../../../components/form/contractResolver';
import { TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { useSubmitForm } from '../../../components/form/useSubmitForm';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { tableStyles } from '../../../components/tableStyles';
import { feedTokenRequest } from '../../../contract';
import { t } from '../../../i18n';

/** Calendar feeds of the caller: makes one, shows its address once, revokes them. */
export function FeedDrawer({ onClose }: { onClose: () => void }) {
  const { data, error, refetch } = useFeedTokens();
  const revoke = useRevokeFeedToken();
  const [made, setMade] = useState<FeedToken>();
  return (
    <Drawer
      title={t('register.feed.title', 'Calendar feed')}
      subtitle={t(
        'register.feed.subtitle',
        'Your open actions and decisions, and the reviews in which you take part, in your own calendar.'
      )}
      onClose={onClose}
    >
      <Stack direction="column" gap={2}>
        {made ? <Made feed={made} /> : <MakeForm onMade={setMade} />}
        {revoke.error && <ErrorState error={revoke.error} />}
        {error && !data && <ErrorState error={error} onRetry={refetch} />}
        {!data && !error && <PageSkeleton rows={2} />}
        {data && data.items.length > 0 && (
          <Feeds feeds={data.items} busy={revoke.isPending} onRevoke={(feed) => revoke.mutate(feed)} />
        )}
      </Stack>
    </Drawer>
  );
}

type FeedRequest = z.infer<typeof feedTokenRequest>;

function MakeForm({ onMade }: { onMade: (feed: FeedToken) => void }) {
  const form = useForm<FeedRequest>({
    resolver: contractResolver(feedTokenRequest),
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const create = useCreateFeedToken();
  const { submit, sending, refusal, fields } = useSubmitForm<FeedRequest, FeedToken>({
    form,
    fieldOf: ({ path }) => (path === '/title' ? 'title' : undefined),
    onDone: onMade,
  });
  return (
    <FormProvider {...form}>
      <form
        ref={fields}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit(() => create.mutateAsync(form.getValues('title')?.trim() ?? ''));
        }}
      >
        <Stack direction="column" gap={1}>
          {refusal && <ErrorState error={refusal} title={t('register.feed.not-made', 'No feed was made')} />}
          <TextField
            name="title"
            label={t('register.feed.name', 'Name')}
            placeholder={t('register.feed.name-text', 'Such as the phone it is for')}
          />
          <div>
            <Button type="submit" onMouseDown={keepFocus} disabled={sending}>
              {t('register.feed.create', 'Make a feed')}
            </Button>
          </div>
        </Stack>
      </form>
    </FormProvider>
  );
}

function Made({ feed }: { feed: FeedToken }) {
  const id = useId();
  const address = `${window.location.origin}${locationUtil.assureBaseUrl(`${API_BASE}${feed.path ?? ''}`)}`;
  return (
    <Alert severity="success" title={t('register.feed.made', 'Copy the address now: it is shown only once')}>
      <Stack direction="column" gap={1}>
        <Input id={id} aria-label={t('register.feed.address', 'Address of the feed')} readOnly value={address} />
        <div>
          <ClipboardButton icon="copy" variant="secondary" getText={() => address}>
            {t('register.feed.copy', 'Copy the address')}
          </ClipboardButton>
        </div>
        <p>
          {t(
            'register.feed.use',
            'Subscribe to it in your calendar. Whoever has the address sees your entries: revoke the feed when it gets into wrong hands.'
          )}
        </p>
      </Stack>
    </Alert>
  );
}

interface FeedsProps {
  feeds: FeedToken[];
  busy: boolean;
  onRevoke: (id: string) => void;
}

function Feeds({ feeds, busy, onRevoke }: FeedsProps) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t('register.feed.feeds', 'Feeds')}>
        <thead>
          <tr>
            <th scope="col">{t('register.feed.column-name', 'Name')}</th>
            <th scope="col">{t('register.feed.column-person', 'Whose')}</th>
            <th scope="col">{t('register.feed.column-made', 'Made')}</th>
            <th scope="col">{t('register.feed.column-used', 'Last used')}</th>
            <th scope="col">{t('register.feed.column-state', 'State')}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => (
            <tr key={feed.id}>
              <th scope="row">{feed.title ?? ABSENT}</th>
              <td>{feed.person}</td>
              <td>{formatInstant(feed.createdAt)}</td>
              <td>{feed.lastUsedAt ? formatInstant(feed.lastUsedAt) : ABSENT}</td>
              <td>
                {feed.revokedAt ? (
                  t('register.feed.revoked', 'revoked on {{at}}', { at: formatInstant(feed.revokedAt) })
                ) : (
                  <Button
                    size="sm"
                    variant="destructive"
                    fill="outline"
                    disabled={busy}
                    onClick={() => onRevoke(feed.id)}
                  >
                    {t('register.feed.revoke', 'Revoke')}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
