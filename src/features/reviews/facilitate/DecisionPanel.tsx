import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Stack, useStyles2 } from '@grafana/ui';
import { useEffect, useRef } from 'react';
import { FormProvider, useForm, useWatch } from 'react-hook-form';
import { contractResolver } from '../../../components/form/contractResolver';
import { DateField } from '../../../components/form/DateField';
import { ChoiceField, NumberField, TextField } from '../../../components/form/fields';
import { keepFocus } from '../../../components/form/keepFocus';
import { LinesField } from '../../../components/form/LinesField';
import { ResourceField } from '../../../components/form/ResourceField';
import { useFirstWrong } from '../../../components/form/wrong';
import { t } from '../../../i18n';
import { localDay } from './capture';
import { decisionDraft, type DecisionDraft, decisionOf, isBlank, optionsOf } from './decision';
import { type NewEvent } from './useOutbox';

interface Props {
  initial: DecisionDraft;
  onKeep: (decision: NewEvent) => void;
  /** Gets what stands in the panel when it is left otherwise than by its buttons. */
  onLeave: (draft: DecisionDraft) => void;
  onClose: () => void;
}

/** A decision with its options, dissent and expected effect, so that it can be checked later. It waits for nothing to be kept. */
export function DecisionPanel({ initial, onKeep, onLeave, onClose }: Props) {
  const styles = useStyles2(getStyles);
  const form = useForm<DecisionDraft>({
    resolver: contractResolver(decisionDraft),
    defaultValues: initial,
    mode: 'onTouched',
    shouldFocusError: false,
  });
  const { fields, focusWrong } = useFirstWrong();
  const done = useRef(false);
  const leave = useRef(onLeave);
  useEffect(() => {
    leave.current = onLeave;
  });

  useEffect(() => {
    form.setFocus('text');
    return () => {
      const draft = form.getValues();
      if (!done.current && !isBlank(draft)) {
        leave.current(draft);
      }
    };
  }, [form]);

  const keep = () => {
    if (!done.current) {
      done.current = true;
      onKeep({ type: 'decision', ...decisionOf(form.getValues()) });
      onClose();
    }
  };
  const cancel = () => {
    done.current = true;
    onClose();
  };
  const [options, kpi] = useWatch({ control: form.control, name: ['options', 'expectedEffect.kpi'] });
  const distinct = [...new Set(optionsOf(options))];
  const label = t('reviews.decision.title', 'Decision');
  return (
    <section aria-label={label}>
      <FormProvider {...form}>
        <form
          ref={fields}
          noValidate
          className={styles}
          onKeyDown={({ key }) => key === 'Escape' && onClose()}
          onSubmit={(event) => {
            event.preventDefault();
            void form.handleSubmit(keep)().then(focusWrong);
          }}
        >
          <h2>{label}</h2>
          <TextField name="text" label={t('reviews.decision.text', 'What was decided')} required />
          <TextField name="question" label={t('reviews.decision.question', 'Question')} />
          <LinesField name="options" label={t('reviews.decision.options', 'Options, one per line')} />
          {distinct.length > 1 && (
            <ChoiceField
              name="chosen"
              label={t('reviews.decision.chosen', 'Chosen')}
              options={distinct.map((value) => ({ value }))}
            />
          )}
          <TextField name="rationale" label={t('reviews.decision.rationale', 'Why')} multiline />
          <TextField name="dissent" label={t('reviews.decision.dissent', 'Dissent')} multiline />
          <TextField name="owner" label={t('reviews.decision.owner', 'Owner')} />
          <ResourceField kind="Kpi" name="expectedEffect.kpi" label={t('reviews.decision.kpi', 'Expected to move')} />
          {kpi && (
            <>
              <ChoiceField
                name="expectedEffect.sign"
                label={t('reviews.decision.sign', 'Which way')}
                options={[
                  { value: 'up', label: t('reviews.decision.up', 'Up') },
                  { value: 'down', label: t('reviews.decision.down', 'Down') },
                ]}
                required
              />
              <NumberField name="expectedEffect.size" label={t('reviews.decision.size', 'By at least')} />
              <TextField
                name="expectedEffect.by"
                label={t('reviews.decision.by', 'By when (day or period)')}
                required
              />
              <NumberField
                name="expectedEffect.probability"
                label={t('reviews.decision.probability', 'How likely, in percent')}
                required
              />
            </>
          )}
          <DateField
            name="revisitOn"
            label={t('reviews.decision.revisit', 'Look at it again on')}
            earliest={localDay(new Date())}
          />
          <Stack gap={1}>
            <Button type="submit" onMouseDown={keepFocus}>
              {t('reviews.decision.keep', 'Keep the decision')}
            </Button>
            <Button variant="secondary" onClick={cancel}>
              {t('reviews.decision.cancel', 'Cancel')}
            </Button>
          </Stack>
        </form>
      </FormProvider>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    h2: { ...theme.typography.h5, margin: 0 },
  });
