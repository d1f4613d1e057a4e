import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useFieldError } from './fieldError';
import { FieldPlace, useNamedField } from './fieldNames';
import { wrongMark } from './wrong';

interface Props {
  /** Path in the form, such as that of an item of a list. */
  path: string;
  /** What it is called; stands before the names of its fields where these are listed. */
  label: string;
}

interface GroupProps extends Props {
  /** Draws a frame around them: for items that take more than one row. */
  framed?: boolean;
  children: ReactNode;
}

/** Fields that belong together, such as those of one item of a list, and what is wrong with them as a whole. */
export function FieldGroup({ path, label, framed, children }: GroupProps) {
  const styles = useStyles2(getStyles);
  const error = useFieldError(path);
  return (
    <fieldset aria-label={label} className={framed ? styles.frame : undefined} {...wrongMark(error)}>
      <FieldPlace name={label}>{children}</FieldPlace>
      <OwnError path={path} label={label} />
    </fieldset>
  );
}

/** What is wrong with a list or a group as a whole, rather than with one of its fields. */
export function OwnError({ path, label }: Props) {
  const styles = useStyles2(getStyles);
  const error = useFieldError(path);
  useNamedField(path, label);
  return error ? (
    <p role="alert" className={styles.error}>
      {error}
    </p>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  error: css({ margin: 0, color: theme.colors.error.text }),
});
