import { zodResolver } from '@hookform/resolvers/zod';
import { Combobox, Field, Input, TextArea } from '@grafana/ui';
import { Controller, useForm } from 'react-hook-form';
import { z } from 'zod';
import { type CausalLinkSpec, type Frequency } from '../../../api/types';
import { contractError } from '../../../components/editor/contractError';
import { frequencyLabel } from '../../../components/period';
import { CausalLink, frequencies, frequency } from '../../../contract';
import { t } from '../../../i18n';
import { FormButtons } from './FormButtons';

interface Props {
  from: { name: string; title: string };
  to: { name: string; title: string };
  /** Frequency in which the effect is likely to show. */
  usual: Frequency;
  busy: boolean;
  onSave: (spec: CausalLinkSpec) => void;
  onCancel: () => void;
}

const fields = z.object({
  hypothesis: z
    .string()
    .trim()
    .min(1, { error: () => t('strategy.link-form.hypothesis-missing', 'Say why, in a sentence.') })
    .and(CausalLink.spec.shape.hypothesis.unwrap()),
  periods: z.int().min(0).max(120),
  frequency,
});
type Fields = z.infer<typeof fields>;

/** Asks why one objective should drive another, and after how long. */
export function LinkForm({ from, to, usual, busy, onSave, onCancel }: Props) {
  const form = useForm<Fields>({
    resolver: zodResolver(fields, { error: contractError }),
    defaultValues: { hypothesis: '', periods: 1, frequency: usual },
  });
  const { errors } = form.formState;
  const save = form.handleSubmit(({ hypothesis, periods, frequency: every }) =>
    onSave({ from: from.name, to: to.name, hypothesis, lag: { periods, frequency: every } })
  );
  return (
    <form onSubmit={save} aria-label={t('strategy.link-form.label', 'New hypothesis')}>
      <h2>{t('strategy.link-form.title', '{{from}} → {{to}}', { from: from.title, to: to.title })}</h2>
      <Field
        label={t('strategy.link-form.hypothesis', 'Hypothesis')}
        description={t('strategy.link-form.hypothesis-description', 'Why does the one lead to the other?')}
        invalid={Boolean(errors.hypothesis)}
        error={errors.hypothesis?.message}
      >
        <TextArea id="link-hypothesis" rows={3} {...form.register('hypothesis')} />
      </Field>
      <Field
        label={t('strategy.link-form.lag', 'Takes effect after')}
        invalid={Boolean(errors.periods)}
        error={t('strategy.link-form.lag-wrong', 'A whole number from 0 to 120.')}
      >
        <Input id="link-lag" type="number" min={0} max={120} {...form.register('periods', { valueAsNumber: true })} />
      </Field>
      <Field htmlFor="link-frequency" label={t('strategy.link-form.frequency', 'Counted in')}>
        <Controller
          control={form.control}
          name="frequency"
          render={({ field: { value, onChange } }) => (
            <Combobox<Frequency>
              id="link-frequency"
              value={value}
              options={frequencies.map((each) => ({ value: each, label: frequencyLabel(each) }))}
              onChange={(option) => onChange(option.value)}
            />
          )}
        />
      </Field>
      <FormButtons save={t('strategy.link-form.save', 'Add arrow')} busy={busy} onCancel={onCancel} />
    </form>
  );
}
