import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { t } from '../../../i18n';
import { ReviewDiscipline } from '../components/ReviewDiscipline';
import { type Meeting } from './useMeeting';

type Question = 'heard' | 'evidence' | 'clear';
const QUESTIONS: Question[] = ['heard', 'evidence', 'clear'];

/** After the close: three questions to everybody, and how the meeting kept to its plan. */
export function PulsePanel({ meeting }: { meeting: Meeting }) {
  const styles = useStyles2(getStyles);
  const [answers, setAnswers] = useState<Partial<Record<Question, number>>>({});
  const [done, setDone] = useState(false);
  const complete = QUESTIONS.every((question) => answers[question] !== undefined);
  const send = () => {
    meeting.outbox.log({ type: 'pulse', ...answers });
    setDone(true);
  };
  const again = () => {
    setAnswers({});
    setDone(false);
  };
  const label = t('reviews.pulse.title', 'How was the discussion?');
  return (
    <section aria-label={label} className={styles.panel}>
      <h2 className={styles.title}>{label}</h2>
      {done ? (
        <Stack direction="column" gap={1}>
          <p>{t('reviews.pulse.thanks', 'Thank you. Means are shown once four people have answered.')}</p>
          <Button size="sm" variant="secondary" onClick={again}>
            {t('reviews.pulse.again', 'Somebody else answers here')}
          </Button>
        </Stack>
      ) : (
        <Stack direction="column" gap={1}>
          {QUESTIONS.map((question) => (
            <Field key={question} noMargin label={questionText(question)}>
              <RadioButtonGroup
                size="sm"
                aria-label={questionText(question)}
                value={answers[question]}
                options={[1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }))}
                onChange={(value) => setAnswers({ ...answers, [question]: value })}
              />
            </Field>
          ))}
          <Button onClick={send} disabled={!complete}>
            {t('reviews.pulse.send', 'Answer')}
          </Button>
        </Stack>
      )}
      <ReviewDiscipline review={meeting.review.metadata.name} figuresOnly />
    </section>
  );
}

function questionText(question: Question): string {
  switch (question) {
    case 'heard':
      return t('reviews.pulse.heard', 'Was everybody heard? (1 not at all, 5 fully)');
    case 'evidence':
      return t('reviews.pulse.evidence', 'Was the evidence used?');
    case 'clear':
      return t('reviews.pulse.clear', 'Is it clear what was decided?');
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h5, margin: 0 }),
});
