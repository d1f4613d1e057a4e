import { type StandardEditorProps } from '@grafana/data';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../../api/queryClient';
import { t } from '../../i18n';
import { UnitChoice } from '../pickers';

export default function UnitOption({ value, onChange, id }: StandardEditorProps<string | undefined>) {
  return (
    <QueryClientProvider client={queryClient}>
      <UnitChoice
        id={id}
        value={value}
        placeholder={t('components.panel.own-unit', 'Unit of the scorecard')}
        onChange={onChange}
      />
    </QueryClientProvider>
  );
}
