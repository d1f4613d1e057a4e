import { Stack } from '@grafana/ui';
import { type Band } from '../../../../components/bullet';
import { BulletBar } from '../../../../components/BulletBar';
import { StatusMark } from '../../../../components/StatusMark';
import { t } from '../../../../i18n';
import { DEFAULT_SCHEME } from '../../model/scheme';
import { type Format, useFormats } from '../../useFormats';
import { type ScaleTrial } from './useScaleTrial';

/** Which values are on track, at risk and off track on the scale as it is entered. */
export function ScalePreview({ trial: { bands, message } }: { trial: ScaleTrial }) {
  const format = useFormats()(undefined);
  if (bands.length === 0) {
    return message ? <p role="status">{message}</p> : null;
  }
  return (
    <div role="status" aria-label={t('kpis.scale.bands', 'Levels')}>
      <BulletBar
        value={null}
        target={null}
        bands={bands}
        scheme={DEFAULT_SCHEME}
        format={format}
        width={320}
        height={18}
      />
      <Stack gap={2} wrap="wrap">
        {bands.map((band) => (
          <span key={`${band.level} ${band.from}`}>
            <StatusMark status={band.level} scheme={DEFAULT_SCHEME} /> {bandText(band, format)}
          </span>
        ))}
      </Stack>
    </div>
  );
}

function bandText({ from, to }: Band, format: Format): string {
  if (from === null) {
    return to === null ? t('kpis.scale.always', 'always') : t('kpis.scale.below', 'below {{to}}', { to: format(to) });
  }
  return to === null
    ? t('kpis.scale.from', 'from {{from}}', { from: format(from) })
    : t('kpis.scale.from-to', '{{from}} to {{to}}', { from: format(from), to: format(to) });
}
