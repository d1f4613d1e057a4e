import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent, useState } from 'react';
import { t } from '../../../i18n';
import { type Meeting } from './useMeeting';

type Presence = 'present' | 'delegate' | 'absent';

/** Who is there: the people that the series requires and invites, and whoever else came. */
export function AttendancePane({ meeting }: { meeting: Meeting }) {
  const styles = useStyles2(getStyles);
  const { outbox, review, status } = meeting;
  const [guest, setGuest] = useState('');
  const noted = new Map(
    meeting.events
      .filter(({ type, person }) => type === 'attendance' && person)
      .sort((a, b) => a.at.localeCompare(b.at))
      .map(({ person, state }) => [person ?? '', state as Presence])
  );
  const roles = review.spec.roles;
  const required = roles?.required ?? [];
  const people = [...new Set([...required, ...(roles?.optional ?? []), ...noted.keys()])];
  const note = (person: string, state: Presence) => outbox.log({ type: 'attendance', person, state });
  const add = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && guest.trim()) {
      note(guest.trim(), 'present');
      setGuest('');
    }
  };
  const quorum = status?.discipline.quorum;
  const label = t('reviews.facilitate.attendance', 'Attendance');
  return (
    <section aria-label={label}>
      <h2 className={styles.title}>{label}</h2>
      {quorum?.required != null && (
        <p className={styles.muted}>
          {t('reviews.facilitate.quorum', 'Quorum: {{present}} there, {{required}} needed', {
            present: quorum.present,
            required: quorum.required,
          })}
        </p>
      )}
      {people.map((person) => (
        <div key={person} className={styles.row}>
          <span className={styles.name}>
            {person}
            {required.includes(person) && <span aria-hidden> *</span>}
          </span>
          <RadioButtonGroup<Presence>
            size="sm"
            aria-label={t('reviews.facilitate.presence', 'Attendance of {{person}}', { person })}
            value={noted.get(person)}
            options={presenceOptions()}
            onChange={(state) => note(person, state)}
          />
        </div>
      ))}
      <Input
        value={guest}
        maxLength={200}
        aria-label={t('reviews.facilitate.guest', 'Somebody else')}
        placeholder={t('reviews.facilitate.guest-text', 'Somebody else: name, Enter')}
        onChange={({ currentTarget }) => setGuest(currentTarget.value)}
        onKeyDown={add}
      />
    </section>
  );
}

const presenceOptions = () => [
  { value: 'present' as const, label: t('reviews.presence.present', 'There') },
  { value: 'delegate' as const, label: t('reviews.presence.delegate', 'Delegate') },
  { value: 'absent' as const, label: t('reviews.presence.absent', 'Absent') },
];

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5, margin: 0 }),
  muted: css({ color: theme.colors.text.secondary, margin: 0 }),
  row: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
    padding: theme.spacing(0.25, 0),
  }),
  name: css({ flex: '1 1 10ch', overflowWrap: 'anywhere' }),
});
