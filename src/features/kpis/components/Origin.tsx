import { type Observation } from '../../../api/types';
import { AppLink } from '../../../components/AppLink';
import { appUrl } from '../../../components/links';
import { t } from '../../../i18n';

/** Where an observation came from: the run and its query, the submission, or the file. */
export function Origin({ source }: Pick<Observation, 'source'>) {
  switch (source.type) {
    case 'run':
      return source.run ? (
        <AppLink to={appUrl(`collections/${encodeURIComponent(source.run)}`)}>
          {t('kpis.origin.run', 'Collection {{run}}', { run: shortId(source.run) })}
        </AppLink>
      ) : (
        t('kpis.origin.collected', 'Collected')
      );
    case 'submission':
      return t('kpis.origin.submission', 'Submitted by hand');
    case 'import':
      return source.file
        ? t('kpis.origin.file', 'Imported from {{file}}', { file: source.file })
        : t('kpis.origin.import', 'Imported');
    case 'simulation':
      return t('kpis.origin.simulation', 'Simulated');
  }
}

/** As much of a long id or digest as tells it apart; the rest is in its title. */
export const shortId = (id: string) => id.slice(-8);

export function outcomeText(outcome: Observation['outcome']): string {
  switch (outcome) {
    case 'pass':
      return t('kpis.outcome.pass', 'passed');
    case 'warn':
      return t('kpis.outcome.warn', 'passed with a warning');
    case 'quarantine':
      return t('kpis.outcome.quarantine', 'quarantined');
  }
}
