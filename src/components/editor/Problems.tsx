import { Alert } from '@grafana/ui';
import { type FieldErrors, useFormContext } from 'react-hook-form';
import { type ApiError, type ProblemItem } from '../../api/errors';
import { t } from '../../i18n';
import { ErrorState } from '../ErrorState';
import { useFieldName } from '../form/fieldNames';
import { problemText } from '../reasonText';
import { fieldOf } from './document';

interface Props {
  /** Why the last try to save failed. */
  error: ApiError | null;
  /** What the server found that belongs to no field of the form, such as in another resource. */
  elsewhere: ProblemItem[];
}

/** Everything that keeps a resource from being saved, also what has no field on screen, until it is mended. */
export function Problems({ error, elsewhere }: Props) {
  const { formState } = useFormContext();
  const nameOf = useFieldName();
  if (error && error.errors.length === 0) {
    return <ErrorState error={error} title={t('components.editor.refused', 'It was not saved')} />;
  }
  const problems = [
    ...(formState.isSubmitted ? messagesOf(formState.errors) : []),
    ...elsewhere.map((problem) => ({
      path: problem.resource ? `${problem.resource.kind} ${problem.resource.name}${problem.path}` : problem.path,
      message: problemText(problem),
    })),
  ];
  if (problems.length === 0) {
    return null;
  }
  return (
    <Alert severity="error" title={t('components.editor.invalid', 'Some fields need a change before it can be saved')}>
      <ul>
        {problems.map(({ path, message }) => (
          <li key={path}>
            {nameOf(fieldOf(path)) ? <strong>{nameOf(fieldOf(path))}:</strong> : <code>{path}</code>} {message}
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
  const own = typeof message === 'string' && message ? [{ path, message }] : [];
  const parts = Object.entries(errors)
    .filter(([key]) => key !== 'ref')
    .flatMap(([key, value]) => messagesOf(value, key === 'root' ? path : `${path}/${key}`));
  return [...own, ...parts];
}
