import { Alert } from '@grafana/ui';
import { type ApiError } from '../../../api/errors';
import { ErrorState } from '../../../components/ErrorState';
import { problemText } from '../../../components/reasonText';
import { t } from '../../../i18n';
import { ProblemPlace } from './ProblemPlace';

/** Everything that is wrong with the documents, each problem with its line; nothing was written. */
export function ImportProblems({ error }: { error: ApiError }) {
  if (error.errors.length === 0) {
    return <ErrorState error={error} title={t('settings.import.failed', 'It was not imported')} />;
  }
  return (
    <Alert severity="error" title={t('settings.import.refused', 'Nothing was written')}>
      <ul>
        {error.errors.map((problem, index) => (
          <li key={index}>
            <ProblemPlace problem={problem} /> {problemText(problem)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
