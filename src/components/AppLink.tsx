import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, locationUtil } from '@grafana/data';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { type ComponentProps, type MouseEvent, type ReactNode } from 'react';
import { Link, type LinkProps, useNavigate } from 'react-router-dom';

/** A link to a page of the app (an address from `links.ts`, or a query alone) in the text. */
export function AppLink({ className, ...props }: LinkProps) {
  const styles = useStyles2(getStyles);
  return <Link className={cx(styles, className)} {...props} />;
}

type ButtonProps = Pick<ComponentProps<typeof LinkButton>, 'variant' | 'size' | 'fill' | 'icon'> & {
  /** An address from `links.ts`. */
  to: string;
  children: NonNullable<ReactNode>;
};

/** A link to a page of the app that looks like a button. */
export function AppLinkButton({ to, ...props }: ButtonProps) {
  const navigate = useNavigate();
  const follow = (event: MouseEvent) => {
    const opensElsewhere = event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (!opensElsewhere) {
      event.preventDefault();
      navigate(to);
    }
  };
  return <LinkButton {...props} href={locationUtil.assureBaseUrl(to)} onClick={follow} />;
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    color: theme.colors.text.link,
    '&:hover, &:focus-visible': { textDecoration: 'underline' },
    // Among words a link is told by more than its colour.
    'p &, li &, dd &, figcaption &': { textDecoration: 'underline', textUnderlineOffset: '0.15em' },
  });
