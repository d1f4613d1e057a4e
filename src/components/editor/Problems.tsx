import { Alert } from '@grafana/ui';
import { type FieldErrors, useFormContext } from 'react-hook-form';
import { type ApiError } from '../../api/errors';
import { t } from '../../i18n';
import { ErrorState } from '../ErrorState';

/** Everything that keeps a resource from being saved, also what has no field on screen. */
export function Problems({ error }: { error: ApiError | null }) {
  const { formState } = useFormContext();
  if (error) {
    return <ErrorState error={error} title={t('components.editor.refused', 'It was not saved')} />;
  }
  const problems = formState.isSubmitted ? messagesOf(formState.errors) : [];
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert severity="error" title={t('components.editor.invalid', 'Some fields need a change before it can be saved')}>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={path}>
            <code>{path}</code> {message}
          </li>
        ))}
      </ul>
    </Alert>
  );
}

interface FieldProblem {
  path: string;
  message: string;
}

/** The form's errors as a flat list, paths as in the document. */
export function messagesOf(errors: FieldErrors | unknown, path = ''): FieldProblem[] {
  if (typeof errors !== 'object' || errors === null) {
    return [];
  }
  const { message } = errors as { message?: unknown };
  if (typeof message === 'string') {
    return message ? [{ path, message }] : [];
  }
  return Object.entries(errors)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, value]) => messagesOf(value, key === 'root' ? path : `${path}/${key}`));
}
