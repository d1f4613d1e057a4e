import { type ProblemItem } from '../../../api/errors';
import { t } from '../../../i18n';

/** Where a problem lies: file, line and column, resource, path; as much of it as is known. */
export function ProblemPlace({ problem: { file, line, column, resource, path } }: { problem: ProblemItem }) {
  const place = [
    file,
    line !== undefined &&
      (column === undefined
        ? t('settings.problem.line', 'line {{line}}', { line })
        : t('settings.problem.line-column', 'line {{line}}, column {{column}}', { line, column })),
    resource && `${resource.kind} ${resource.name}`,
  ].filter(Boolean);
  return (
    <>
      {place.join(', ')}
      {path && (
        <>
          {' '}
          <code>{path}</code>
        </>
      )}
      {(place.length > 0 || path) && ':'}
    </>
  );
}
