import { useFormContext, useWatch } from 'react-hook-form';
import { kindWord } from '../../../components/kindWord';
import { ChoiceField } from '../../../components/form/fields';
import { ResourceField } from '../../../components/form/ResourceField';
import { type KindName } from '../../../contract';
import { t } from '../../../i18n';

const kinds: KindName[] = ['Review', 'Decision', 'AgendaItem', 'Kpi', 'Objective', 'Scorecard'];

/** Where an action comes from: first what kind of thing, then which one. */
export function SourceField() {
  const { setValue } = useFormContext();
  const kind = useWatch({ name: 'spec.source.kind' }) as KindName | undefined;
  return (
    <>
      <ChoiceField
        name="spec.source.kind"
        label={t('register.form.source-kind', 'Comes from')}
        options={kinds.map((value) => ({ value, label: kindWord(value) }))}
        onChoose={(value) => setValue('spec.source', value ? { kind: value } : undefined, { shouldDirty: true })}
      />
      {kind && (
        <ResourceField
          key={kind}
          kind={kind}
          name="spec.source.name"
          label={t('register.form.source', '{{kind}} that it comes from', { kind: kindWord(kind) })}
        />
      )}
    </>
  );
}
