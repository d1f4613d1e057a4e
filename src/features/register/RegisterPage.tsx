import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { PluginPage } from '@grafana/runtime';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useRegister } from '../../api/followUp';
import { useMay, useResources } from '../../api/resources';
import { type Ref, type Register } from '../../api/types';
import { AppLink, AppLinkButton } from '../../components/AppLink';
import { EmptyState } from '../../components/EmptyState';
import { ErrorState } from '../../components/ErrorState';
import { entryKey } from '../../components/followup/words';
import { appUrl } from '../../components/links';
import { PageSkeleton } from '../../components/PageSkeleton';
import { t } from '../../i18n';
import { BulkDrawer } from './components/BulkDrawer';
import { EntryPanel } from './components/EntryPanel';
import { FeedDrawer } from './components/FeedDrawer';
import { RegisterFilters } from './components/RegisterFilters';
import { RegisterTable } from './components/RegisterTable';
import { SummaryLine } from './components/SummaryLine';
import { changed, figuresOf, paramsOf, readFilter, type RegisterFilter } from './model/filter';

/** Actions and decisions of all sources: whose, by when, how late, and what came of them. */
export function RegisterPage() {
  const [params, setParams] = useSearchParams();
  const filter = readFilter(params);
  const { data, error, refetch, isPlaceholderData } = useRegister(paramsOf(filter));
  const figures = useRegister(figuresOf(filter));
  const mayWrite = useMay('Action', 'write');
  const [feed, setFeed] = useState(false);
  const update = (change: Partial<RegisterFilter>) => setParams(changed(params, change), { replace: 'q' in change });

  return (
    <PluginPage
      pageNav={{ text: t('register.title', 'Register'), url: appUrl('register') }}
      actions={
        <Stack gap={1}>
          <Button variant="secondary" icon="calendar-alt" onClick={() => setFeed(true)}>
            {t('register.feed.title', 'Calendar feed')}
          </Button>
          {mayWrite && <NewButtons />}
        </Stack>
      }
    >
      <Stack direction="column" gap={2}>
        <RegisterFilters filter={filter} teams={figures.data?.teams} onChange={update} />
        {error && <ErrorState error={error} onRetry={refetch} />}
        {!data && !error && <PageSkeleton />}
        {figures.data && <SummaryLine summary={figures.data.summary} />}
        <CalibrationLinks />
        {data && (
          <div aria-busy={isPlaceholderData}>
            <Entries register={data} filter={filter} update={update} mayWrite={mayWrite} />
          </div>
        )}
      </Stack>
      {feed && <FeedDrawer onClose={() => setFeed(false)} />}
    </PluginPage>
  );
}

/** Where decisions on trial are, one page a charter. */
function CalibrationLinks() {
  const { data } = useResources('GovernanceCharter');
  if (!data?.length) {
    return null;
  }
  return (
    <Stack gap={1} wrap="wrap">
      <span>{t('register.on-trial', 'Decisions on trial:')}</span>
      {data.map(({ metadata, spec }) => (
        <AppLink key={metadata.name} to={appUrl(`register/calibration/${encodeURIComponent(metadata.name)}`)}>
          {spec.title}
        </AppLink>
      ))}
    </Stack>
  );
}

function NewButtons() {
  return (
    <>
      <AppLinkButton icon="plus" to={appUrl('register/actions/new')}>
        {t('register.new-action', 'New action')}
      </AppLinkButton>
      <AppLinkButton icon="plus" variant="secondary" to={appUrl('register/decisions/new')}>
        {t('register.new-decision', 'New decision')}
      </AppLinkButton>
    </>
  );
}

interface EntriesProps {
  register: Register;
  filter: RegisterFilter;
  update: (change: Partial<RegisterFilter>) => void;
  mayWrite: boolean;
}

function Entries({ register, filter, update, mayWrite }: EntriesProps) {
  const styles = useStyles2(getStyles);
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const [changing, setChanging] = useState<Ref[]>();
  const open = refOf(params.get('entry'));
  const titles = new Map(register.items.map(({ ref, title }) => [entryKey(ref), title]));
  const close = () => {
    const next = new URLSearchParams(params);
    next.delete('entry');
    setParams(next);
  };
  const choose = useCallback((keys: string[], value: boolean) => {
    setChosen((before) => {
      const next = new Set(before);
      keys.forEach((key) => (value ? next.add(key) : next.delete(key)));
      return next;
    });
  }, []);
  const latest = useRef(update);
  useEffect(() => {
    latest.current = update;
  }, [update]);
  const sortBy = useCallback((sort: string) => latest.current({ sort }), []);
  const shown = open && entryKey(open);
  // A page of rows takes longer to draw than a key to press: it is drawn in between, and anew when something newer is known.
  const table = useDeferredValue(
    useMemo(
      () => ({ rows: register.items, shown, sort: filter.sort, params }),
      [register.items, shown, filter.sort, params]
    )
  );

  return (
    <Stack direction="column" gap={2}>
      {chosen.size > 0 && (
        <Stack gap={1} alignItems="center">
          <span role="status">{t('register.chosen', '{{count}} chosen', { count: chosen.size })}</span>
          <Button size="sm" onClick={() => setChanging([...chosen].flatMap((key) => refOf(key) ?? []))}>
            {t('register.change-chosen', 'Change them')}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => setChosen(new Set())}>
            {t('register.choose-none', 'Choose none')}
          </Button>
        </Stack>
      )}
      <div className={open ? styles.columns : undefined}>
        {register.items.length > 0 ? (
          <div>
            <RegisterTable {...table} chosen={mayWrite ? chosen : undefined} onChoose={choose} onSort={sortBy} />
            <Pages register={register} filter={filter} update={update} />
          </div>
        ) : (
          <Nothing filter={filter} />
        )}
        {open && (
          <EntryPanel reference={open} mayWrite={mayWrite} onChange={() => setChanging([open])} onClose={close} />
        )}
      </div>
      {changing && (
        <BulkDrawer
          refs={changing}
          titleOf={(key) => titles.get(key) ?? key}
          onClose={() => setChanging(undefined)}
          onDone={() => {
            setChanging(undefined);
            setChosen(new Set());
          }}
        />
      )}
    </Stack>
  );
}

function Pages({ register, filter, update }: Omit<EntriesProps, 'mayWrite'>) {
  const { next } = register;
  if (!next && !filter.after) {
    return null;
  }
  return (
    <Stack gap={1}>
      <Button size="sm" variant="secondary" disabled={!filter.after} onClick={() => update({ after: '' })}>
        {t('register.first-page', 'First page')}
      </Button>
      <Button size="sm" variant="secondary" disabled={!next} onClick={() => update({ after: next ?? '' })}>
        {t('register.next-page', 'Next page')}
      </Button>
    </Stack>
  );
}

function Nothing({ filter }: { filter: RegisterFilter }) {
  const [, setParams] = useSearchParams();
  const narrowed = filter.mine || filter.q || filter.type || filter.attention || filter.state !== 'waiting';
  return narrowed ? (
    <EmptyState
      title={t('register.no-match', 'Nothing in the register is like that')}
      action={
        <Button variant="secondary" onClick={() => setParams({ state: 'all' })}>
          {t('register.show-all', 'Show everything')}
        </Button>
      }
    />
  ) : (
    <EmptyState title={t('register.empty', 'Nothing waits')}>
      {t(
        'register.empty-text',
        'Actions and decisions of every review come together here, with who does what by when. Write one down, or take them down in a meeting.'
      )}
    </EmptyState>
  );
}

/** `Action/name` of an address. */
function refOf(key: string | null): (Ref & { kind: 'Action' | 'Decision' }) | undefined {
  const [kind, ...rest] = key?.split('/') ?? [];
  const name = rest.join('/');
  return (kind === 'Action' || kind === 'Decision') && name ? { kind, name } : undefined;
}

const getStyles = (theme: GrafanaTheme2) => ({
  columns: css({
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(300px, 400px)',
    gap: theme.spacing(2),
    alignItems: 'start',
    [theme.breakpoints.down('lg')]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  }),
});
