import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Combobox, Field, Input, Stack, TextArea, useStyles2 } from '@grafana/ui';
import { type FormEvent, useId, useState } from 'react';
import { type NewEvent } from './useOutbox';
import { KpiPicker } from '../../../components/pickers';
import { Labelled } from '../../../components/Labelled';
import { t } from '../../../i18n';
import { type Captured } from './capture';
import { type DecisionDraft, decisionOf, emptyDecision, missingOf, optionsOf } from './decision';

interface Props {
  captured: Captured;
  onLog: (event: NewEvent) => void;
  onClose: () => void;
}

/** A decision with its options, dissent and expected effect, so that it can be checked later. */
export function DecisionPanel({ captured, onLog, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const [draft, setDraft] = useState<DecisionDraft>(() => emptyDecision(captured));
  const set = (change: Partial<DecisionDraft>) => setDraft({ ...draft, ...change });
  const missing = missingOf(draft);
  const options = optionsOf(draft.options);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (missing.length === 0) {
      onLog({ type: 'decision', ...decisionOf(draft) });
      onClose();
    }
  };
  const label = t('reviews.decision.title', 'Decision');
  const text = (
    field: keyof DecisionDraft,
    title: string,
    rest: Pick<TextBoxProps, 'multiline' | 'type' | 'autoFocus'> = {}
  ) => <TextBox title={title} value={draft[field]} onChange={(value) => set({ [field]: value })} {...rest} />;
  return (
    <section aria-label={label}>
      <form onSubmit={submit} className={styles} onKeyDown={(event) => event.key === 'Escape' && onClose()}>
        <h2>{label}</h2>
        {text('text', t('reviews.decision.text', 'What was decided'), { autoFocus: true })}
        {text('question', t('reviews.decision.question', 'Question'))}
        {text('options', t('reviews.decision.options', 'Options, one per line'), { multiline: true })}
        {options.length > 1 && (
          <Field noMargin label={t('reviews.decision.chosen', 'Chosen')}>
            <Labelled label={t('reviews.decision.chosen', 'Chosen')}>
              {(id) => (
                <Combobox
                  aria-labelledby={id}
                  isClearable
                  value={draft.chosen || null}
                  options={options.map((value) => ({ value }))}
                  onChange={(option) => set({ chosen: option?.value ?? '' })}
                />
              )}
            </Labelled>
          </Field>
        )}
        {text('rationale', t('reviews.decision.rationale', 'Why'), { multiline: true })}
        {text('dissent', t('reviews.decision.dissent', 'Dissent'), { multiline: true })}
        {text('owner', t('reviews.decision.owner', 'Owner'))}
        <Field noMargin label={t('reviews.decision.kpi', 'Expected to move')}>
          <KpiPicker value={draft.kpi || undefined} onChange={(kpi) => set({ kpi: kpi ?? '' })} />
        </Field>
        {draft.kpi && (
          <>
            <Field noMargin label={t('reviews.decision.sign', 'Which way')}>
              <Labelled label={t('reviews.decision.sign', 'Which way')}>
                {(id) => (
                  <Combobox
                    aria-labelledby={id}
                    value={draft.sign}
                    options={[
                      { value: 'up', label: t('reviews.decision.up', 'Up') },
                      { value: 'down', label: t('reviews.decision.down', 'Down') },
                    ]}
                    onChange={({ value }) => set({ sign: value as DecisionDraft['sign'] })}
                  />
                )}
              </Labelled>
            </Field>
            {text('size', t('reviews.decision.size', 'By at least'), { type: 'number' })}
            {text('by', t('reviews.decision.by', 'By when (day or period)'))}
            {text('probability', t('reviews.decision.probability', 'How likely, in percent'), { type: 'number' })}
          </>
        )}
        {text('revisitOn', t('reviews.decision.revisit', 'Look at it again on'), { type: 'date' })}
        {missing.length > 0 && <p role="alert">{missing.join(' ')}</p>}
        <Stack gap={1}>
          <Button type="submit" disabled={missing.length > 0}>
            {t('reviews.decision.keep', 'Keep the decision')}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t('reviews.decision.cancel', 'Cancel')}
          </Button>
        </Stack>
      </form>
    </section>
  );
}

interface TextBoxProps {
  title: string;
  value: string;
  onChange: (value: string) => void;
  multiline?: boolean;
  type?: string;
  autoFocus?: boolean;
}

function TextBox({ title, value, onChange, multiline, type, autoFocus }: TextBoxProps) {
  const id = useId();
  return (
    <Field noMargin label={title} htmlFor={id}>
      {multiline ? (
        <TextArea id={id} rows={2} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      ) : (
        <Input
          id={id}
          type={type}
          autoFocus={autoFocus}
          value={value}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        />
      )}
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    h2: { ...theme.typography.h5, margin: 0 },
  });
