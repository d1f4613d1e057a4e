import { PluginPage } from '@grafana/runtime';
import { Button, Stack } from '@grafana/ui';
import { useRef } from 'react';
import { useParams, useSearchParams } from 'react-router-dom';
import { useReactToPrint } from 'react-to-print';
import { type Compliance, useCompliance } from '../../../api/cadence';
import { useHistory, useMay, useResource } from '../../../api/resources';
import { type GovernanceCharterSpec, type ResourceOf } from '../../../api/types';
import { AppLinkButton } from '../../../components/AppLink';
import { ErrorState } from '../../../components/ErrorState';
import { charterUrl } from '../../../components/links';
import { PageSkeleton } from '../../../components/PageSkeleton';
import { t } from '../../../i18n';
import { CharterDocument } from './CharterDocument';
import { VersionPicker } from './VersionPicker';

/** Of the printed page itself; Grafana's styles give it the theme's colour. */
const PAGE_STYLE = '@page { margin: 15mm } html, body { background: white !important }';

/**
 * When a charter was made that promises what was never held before: nothing was promised before, so nothing was missed. Undefined of
 * any other: a charter may be written down after what it says has long been done.
 */
function sinceMade(
  charter: ResourceOf<GovernanceCharterSpec> | undefined,
  kept: Compliance | undefined
): string | undefined {
  const made = charter?.metadata.createdAt;
  return made && kept?.held === 0 && made > kept.from && made < kept.to ? made : undefined;
}

/** A governance charter as a document to read, sign and print; any version of it, and what became of its promises. */
export function CharterPage() {
  const { name = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const range = Object.fromEntries(['from', 'to', 'now'].map((key) => [key, search.get(key) ?? undefined]));
  const charter = useResource('GovernanceCharter', name);
  const history = useHistory('GovernanceCharter', name);
  const lastYear = useCompliance(name, range);
  const compliance = useCompliance(name, { ...range, from: range.from ?? sinceMade(charter.data, lastYear.data) });
  const mayWrite = useMay('GovernanceCharter', 'write');

  const paper = useRef<HTMLDivElement>(null);
  const print = useReactToPrint({
    contentRef: paper,
    documentTitle: charter.data?.spec.title ?? name,
    pageStyle: PAGE_STYLE,
  });

  const present = charter.data?.metadata.version;
  const wanted = Number(search.get('version')) || present;
  const earlier = wanted === present ? undefined : history.data?.items.find(({ version }) => version === wanted);
  const spec = (earlier?.document?.spec as GovernanceCharterSpec | undefined) ?? charter.data?.spec;
  const choose = (version: number) =>
    setSearch((current) => {
      const next = new URLSearchParams(current);
      if (version === present) {
        next.delete('version');
      } else {
        next.set('version', String(version));
      }
      return next;
    });

  return (
    <PluginPage
      pageNav={{ text: charter.data?.spec.title ?? name }}
      actions={
        <Stack gap={1}>
          <Button variant="secondary" size="sm" icon="file-alt" disabled={!charter.data} onClick={print}>
            {t('reviews.charter.print', 'Print')}
          </Button>
          {mayWrite && (
            <AppLinkButton to={`${charterUrl(name)}/edit`} variant="secondary" size="sm" icon="edit">
              {t('reviews.charter.edit', 'Edit')}
            </AppLinkButton>
          )}
        </Stack>
      }
    >
      {charter.error && <ErrorState error={charter.error} onRetry={charter.refetch} />}
      {charter.isPending && <PageSkeleton />}
      {charter.data && spec && wanted !== undefined && present !== undefined && (
        <div ref={paper}>
          <CharterDocument
            name={name}
            spec={spec}
            version={earlier ? wanted : present}
            current={earlier === undefined}
            compliance={compliance.data}
            complianceError={compliance.error}
            onRetry={compliance.refetch}
            versions={
              history.data && (
                <VersionPicker history={history.data} present={present} shown={wanted} onChoose={choose} />
              )
            }
          />
        </div>
      )}
    </PluginPage>
  );
}
