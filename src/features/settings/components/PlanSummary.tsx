import { type ReactNode } from 'react';
import { type ApplyResult, type Ref } from '../../../api/types';
import { Differences } from '../../../components/editor/PlanView';
import { t } from '../../../i18n';

/** What an import creates, changes and leaves, and whose numbers may change with it. */
export function PlanSummary({
  plan: { created, changed, unchanged, deleted, impact, warnings = [] },
}: {
  plan: ApplyResult;
}) {
  return (
    <section aria-label={t('settings.plan.label', 'What changes')}>
      <p role="status">
        {t(
          'settings.plan.counts',
          '{{created}} created, {{changed}} changed, {{deleted}} deleted, {{unchanged}} unchanged',
          {
            created: created.length,
            changed: changed.length,
            deleted: deleted.length,
            unchanged: unchanged.length,
          }
        )}
      </p>
      <Part title={t('settings.plan.warnings', 'Worth a look')} items={warnings} />
      <Part title={t('settings.plan.created', 'Created')} items={created.map(refText)} />
      <Part title={t('settings.plan.deleted', 'Deleted')} items={deleted.map(refText)} />
      {changed.map(({ ref, diff }) => (
        <div key={refText(ref)}>
          <h3>{refText(ref)}</h3>
          <Differences diff={diff} />
        </div>
      ))}
      <Part title={t('settings.plan.impact', 'Numbers of these may change')} items={impact.map(refText)} />
    </section>
  );
}

const refText = ({ kind, name }: Ref) => `${kind} ${name}`;

function Part({ title, items }: { title: string; items: string[] }): ReactNode {
  return items.length === 0 ? null : (
    <details open={items.length <= 20}>
      <summary>
        {title} ({items.length})
      </summary>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </details>
  );
}
