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

/** Fields that belong together, such as those of one item of a list, and what is wrong with them as a whole. */
export function FieldGroup({ path, label, className, children }: Props & { className?: string; children: ReactNode }) {
  const error = useFieldError(path);
  return (
    <fieldset aria-label={label} className={className} {...wrongMark(error)}>
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
    <p role="alert" className={styles}>
      {error}
    </p>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => css({ margin: 0, color: theme.colors.error.text });
