import { Button, useStyles2 } from '@grafana/ui';
import { type Compliance } from '../../../api/cadence';
import { useMay, useSaveResource } from '../../../api/resources';
import { ErrorState } from '../../../components/ErrorState';
import { ABSENT } from '../../../components/format';
import { formatPeriod } from '../../../components/period';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { isMe, signature } from './signing';

interface Props {
  charter: string;
  version: number;
  states: Compliance['signatures'];
  committeeTitle: (name: string) => string;
}

/** Who agreed to the charter as it is. Members sign for themselves; editors may note that somebody has signed elsewhere. */
export function Signatures({ charter, version, states, committeeTitle }: Props) {
  const styles = useStyles2(tableStyles);
  const mayWrite = useMay('CharterSignature', 'write');
  const save = useSaveResource();
  return (
    <>
      <table className={styles.table} aria-label={t('reviews.charter.signatures', 'Signatures')}>
        <thead>
          <tr>
            <th scope="col">{t('reviews.charter.person', 'Person')}</th>
            <th scope="col">{t('reviews.column.committee', 'Committee')}</th>
            <th scope="col">{t('reviews.charter.signed', 'Signed')}</th>
            <th scope="col">{t('reviews.charter.holds', 'Holds')}</th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <tr key={state.person}>
              <th scope="row">{state.person}</th>
              <td>{state.committees.map(committeeTitle).join(', ') || ABSENT}</td>
              <td>
                {state.version === null
                  ? ABSENT
                  : t('reviews.charter.signed-on', 'version {{version}} on {{day}}', {
                      version: state.version,
                      day: state.signedOn ? formatPeriod(state.signedOn) : ABSENT,
                    })}
              </td>
              <td>
                {holdsText(state)}{' '}
                {!state.current && mayWrite && (
                  <Button
                    size="sm"
                    variant={isMe(state.person) ? 'primary' : 'secondary'}
                    fill={isMe(state.person) ? 'solid' : 'text'}
                    disabled={save.isPending}
                    onClick={() => save.mutate({ resource: signature(charter, version, state.person, new Date()) })}
                  >
                    {isMe(state.person)
                      ? t('reviews.charter.sign', 'Sign')
                      : t('reviews.charter.note', 'Note that {{person}} signed', { person: state.person })}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {save.error && <ErrorState error={save.error} title={t('reviews.charter.not-signed', 'This was not signed')} />}
    </>
  );
}

function holdsText({ current, version }: Compliance['signatures'][number]): string {
  if (current) {
    return t('reviews.charter.current', '✓ as it is now');
  }
  return version === null
    ? t('reviews.charter.unsigned', 'not signed')
    : t('reviews.charter.outdated', 'the charter has changed since');
}
