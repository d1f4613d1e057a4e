import { type Discipline, type SeriesDiscipline } from '../../../api/meetings';
import { type Reason } from '../../../api/types';
import { formatPercent, numberFormat } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { type Figure } from './Figures';

type Measured = Pick<Discipline, 'adherence' | 'drift' | 'attendance' | 'lateMinutes' | 'reasons'>;

const noteOf = (reason: Reason | undefined) => reason && reasonText(reason);

const share = (value: number | null) => (value === null ? null : formatPercent(value));

/** How a meeting, or those of a series, kept to the plan. */
export function disciplineFigures(measured: Measured): Figure[] {
  const figure = (name: keyof Measured, label: string, value: string | null): Figure => ({
    label,
    value,
    note: noteOf(measured.reasons[name]),
  });
  return [
    figure('adherence', t('reviews.discipline.adherence', 'Agenda kept'), share(measured.adherence)),
    figure('drift', t('reviews.discipline.drift', 'Drift'), share(measured.drift)),
    figure('attendance', t('reviews.discipline.attendance', 'Attendance'), share(measured.attendance)),
    figure(
      'lateMinutes',
      t('reviews.discipline.late', 'Late'),
      measured.lateMinutes === null ? null : minutesText(measured.lateMinutes)
    ),
  ];
}

/** The figures of a series: those of its meetings, and how many were held when. */
export function seriesFigures(series: SeriesDiscipline): Figure[] {
  return [
    {
      label: t('reviews.discipline.held', 'Held'),
      value: t('reviews.discipline.of', '{{held}} of {{planned}}', { held: series.held, planned: series.planned }),
      note:
        series.missed > 0 ? t('reviews.discipline.missed', '{{count}} missed', { count: series.missed }) : undefined,
    },
    {
      label: t('reviews.discipline.punctuality', 'On time'),
      value: share(series.punctuality),
      note: noteOf(series.reasons.punctuality),
    },
    ...disciplineFigures(series),
  ];
}

/** Minutes without needless decimals, such as 12 min. */
export function minutesText(minutes: number): string {
  return t('reviews.discipline.minutes', '{{minutes}} min', {
    minutes: numberFormat({ maximumFractionDigits: 1 }).format(minutes),
  });
}
