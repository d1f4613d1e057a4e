import { Alert, Button } from '@grafana/ui';
import { ApiError } from '../api/errors';
import { t } from '../i18n';
import { problemText } from './reasonText';

interface Props {
  error: Error;
  /** What could not be done, as a sentence without a full stop. */
  title?: string;
  onRetry?: () => void;
}

/** Says what happened and offers to try again, in the place where the answer would have been. */
export function ErrorState({ error, title, onRetry }: Props) {
  const items = error instanceof ApiError ? error.errors : [];
  return (
    <Alert severity="error" title={title ?? t('components.error-state.title', 'This could not be loaded')}>
      <p>{explain(error)}</p>
      {items.length > 0 && (
        <ul>
          {items.map((problem, index) => (
            <li key={index}>
              {problem.path && <code>{problem.path}</code>} {problemText(problem)}
            </li>
          ))}
        </ul>
      )}
      {onRetry && (
        <Button variant="secondary" size="sm" icon="sync" onClick={onRetry}>
          {t('components.error-state.retry', 'Try again')}
        </Button>
      )}
    </Alert>
  );
}

function explain(error: Error): string {
  if (!(error instanceof ApiError)) {
    return error.message;
  }
  switch (error.status) {
    case 0:
      return t('components.error-state.offline', 'The server did not answer. What is on screen may be out of date.');
    case 401:
      return t(
        'components.error-state.logged-out',
        'Your session has ended. Log in again in another tab, then try again here.'
      );
    case 403:
      return t('components.error-state.forbidden', 'You are not allowed to do this: {{detail}}', {
        detail: error.message,
      });
    default:
      return error.message;
  }
}
