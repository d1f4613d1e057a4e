import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type Register } from '../../../api/types';
import { ABSENT, formatPercent, numberFormat } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';

/** Figures over everything that the filters leave, in whatever state, not only over the page on screen. */
export function SummaryLine({ summary }: { summary: Register['summary'] }) {
  const styles = useStyles2(getStyles);
  const { open, overdue, escalated, closed, onTime, meanSlipDays, reason } = summary;
  const figures = [
    { label: t('register.summary.open', 'wait'), value: String(open) },
    { label: t('register.summary.overdue', 'overdue'), value: String(overdue) },
    { label: t('register.summary.escalated', 'escalated'), value: String(escalated) },
    { label: t('register.summary.closed', 'closed'), value: String(closed) },
    {
      label: t('register.summary.on-time', 'on time'),
      value: onTime === null ? ABSENT : formatPercent(onTime),
      title: reason && reasonText(reason),
    },
    {
      label: t('register.summary.slip', 'days put off on average'),
      value: meanSlipDays === null ? ABSENT : numberFormat({ maximumFractionDigits: 1 }).format(meanSlipDays),
    },
  ];
  return (
    <dl className={styles} aria-label={t('register.summary.title', 'Summary')}>
      {figures.map(({ label, value, title }) => (
        <div key={label} title={title}>
          <dd>{value}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(1, 4),
    margin: 0,
    dd: { ...theme.typography.h3, margin: 0, fontVariantNumeric: 'tabular-nums' },
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
  });
