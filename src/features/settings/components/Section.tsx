import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { Fragment, type ReactNode } from 'react';
import { t } from '../../../i18n';

interface Props {
  title: string;
  /** Undefined while it isn't known. */
  ok: boolean | undefined;
  /** What the server says of it; may be empty. */
  message?: string;
  facts?: Array<{ term: string; text: string }>;
  children?: ReactNode;
}

/** One part of the system: whether it is well, facts, and advice. */
export function Section({ title, ok, message, facts = [], children }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title} className={styles.card}>
      <h2 className={styles.heading}>{title}</h2>
      {ok !== undefined && (
        <p className={ok ? styles.good : styles.bad}>
          <Icon name={ok ? 'check-circle' : 'exclamation-triangle'} aria-hidden />{' '}
          {ok ? t('settings.section.well', 'works') : t('settings.section.ill', 'does not work')}
          {message && `: ${message}`}
        </p>
      )}
      {facts.length > 0 && (
        <dl className={styles.list}>
          {facts.map(({ term, text }) => (
            <Fragment key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </Fragment>
          ))}
        </dl>
      )}
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    p: { margin: 0 },
    ul: { margin: 0, paddingLeft: theme.spacing(2) },
  }),
  heading: css({ ...theme.typography.h5, margin: 0 }),
  good: css({ color: theme.colors.success.text }),
  bad: css({ color: theme.colors.error.text }),
  list: css({
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0, overflowWrap: 'anywhere' },
  }),
});
