import { ClipboardButton, LinkButton, Stack } from '@grafana/ui';
import { useMay } from '../../../api/resources';
import { type ResourceOf, type ScorecardSpec } from '../../../api/types';
import { AppLinkButton } from '../../../components/AppLink';
import { appUrl, intensityUrl, type Place, scorecardUrl, strategyUrl } from '../../../components/links';
import { t } from '../../../i18n';

interface Props {
  scorecard: ResourceOf<ScorecardSpec>;
  at: Place;
}

/** Where else to go from a scorecard: its map, its operational dashboards, its definition; and a link to this view. */
export function ScorecardActions({ scorecard: { metadata, spec }, at }: Props) {
  const mayChange = useMay('Scorecard', 'write') && metadata.file === undefined;
  return (
    <Stack gap={1} wrap="wrap">
      {spec.dashboards?.map(({ title, url }) => (
        <LinkButton key={url} href={url} variant="secondary" size="sm" icon="apps">
          {title}
        </LinkButton>
      ))}
      <AppLinkButton to={strategyUrl(spec.strategy, at)} variant="secondary" size="sm" icon="sitemap">
        {t('scorecards.actions.map', 'Strategy map')}
      </AppLinkButton>
      <AppLinkButton to={intensityUrl(metadata.name, at)} variant="secondary" size="sm" icon="heart-rate">
        {t('scorecards.actions.intensity', 'Review intensity')}
      </AppLinkButton>
      <ClipboardButton variant="secondary" size="sm" icon="link" getText={() => pinnedUrl(metadata.name, at)}>
        {t('scorecards.actions.share', 'Copy link')}
      </ClipboardButton>
      <AppLinkButton
        to={appUrl(`scorecards/${encodeURIComponent(metadata.name)}/edit`)}
        variant="secondary"
        size="sm"
        icon={mayChange ? 'pen' : 'file-alt'}
      >
        {mayChange ? t('scorecards.actions.edit', 'Edit') : t('scorecards.actions.definition', 'Definition')}
      </AppLinkButton>
    </Stack>
  );
}

/** The present address with unit and period named, so that the link shows the same next month. */
function pinnedUrl(name: string, at: Place): string {
  const url = new URL(window.location.href);
  const pinned = new URL(scorecardUrl(name, at), url);
  pinned.searchParams.forEach((value, key) => url.searchParams.set(key, value));
  return url.toString();
}
