import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type ChallengePrompt, type ReviewEvent } from '../../../api/meetings';
import { reasonText } from '../../../components/reasonText';
import { type NewEvent } from './useOutbox';
import { t } from '../../../i18n';

interface Props {
  prompts: ChallengePrompt[];
  events: ReviewEvent[];
  onLog: (event: NewEvent) => void;
}

/** Questions that may change something, the most important first; that one was asked and answered is logged. */
export function PromptsPane({ prompts, events, onLog }: Props) {
  const styles = useStyles2(getStyles);
  const said = (prompt: string, state: 'shown' | 'answered') =>
    events.some((event) => event.type === 'prompt' && event.prompt === prompt && (event.state ?? 'shown') === state);
  const label = t('reviews.facilitate.prompts', 'To ask');
  return (
    <section aria-label={label}>
      <h2 className={styles.title}>{label}</h2>
      {prompts.length === 0 && (
        <p className={styles.muted}>{t('reviews.facilitate.no-prompts', 'The figures raise no question.')}</p>
      )}
      <ol className={styles.list}>
        {prompts.map(({ id, said: question }) => {
          const answered = said(id, 'answered');
          const asked = answered || said(id, 'shown');
          return (
            <li key={id} className={styles.prompt}>
              <div>{reasonText(question)}</div>
              {answered && <span className={styles.muted}>{t('reviews.facilitate.answered', 'Answered')}</span>}
              {!answered && (
                <Button
                  size="sm"
                  fill="text"
                  onClick={() => onLog({ type: 'prompt', prompt: id, state: asked ? 'answered' : 'shown' })}
                >
                  {asked
                    ? t('reviews.facilitate.mark-answered', 'It was answered')
                    : t('reviews.facilitate.ask', 'Asked it')}
                </Button>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  title: css({ ...theme.typography.h5, margin: 0 }),
  muted: css({ color: theme.colors.text.secondary }),
  list: css({ margin: 0, paddingLeft: theme.spacing(2.5) }),
  prompt: css({ padding: theme.spacing(0.5, 0) }),
});
