import { useWatch } from 'react-hook-form';
import { useResource } from '../../../api/resources';
import { type DecisionSpec } from '../../../api/types';
import { type Draft } from '../../../components/editor/document';
import { ChoiceField } from '../../../components/form/fields';
import { t } from '../../../i18n';

/** A committee of the charter that was chosen. */
export function CommitteeField() {
  const charter = useWatch<Draft<DecisionSpec>, 'spec.charter'>({ name: 'spec.charter' });
  const { data } = useResource('GovernanceCharter', charter || undefined);
  return (
    <ChoiceField
      name="spec.committee"
      label={t('register.form.committee', 'Committee')}
      description={t('register.form.committee-text', 'That of the review when left empty.')}
      options={(data?.spec.committees ?? []).map(({ name, title }) => ({ value: name, label: title }))}
    />
  );
}
