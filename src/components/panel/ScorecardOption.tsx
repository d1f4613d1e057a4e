import { type StandardEditorProps } from '@grafana/data';
import { QueryClientProvider } from '@tanstack/react-query';
import { queryClient } from '../../api/queryClient';
import { ScorecardPicker } from '../pickers';

export default function ScorecardOption({ value, onChange, id }: StandardEditorProps<string | undefined>) {
  return (
    <QueryClientProvider client={queryClient}>
      <ScorecardPicker id={id} value={value} onChange={onChange} />
    </QueryClientProvider>
  );
}
