import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { type MapLink, type StrategyMap } from '../../../api/types';
import { t } from '../../../i18n';
import { lagText, stateLabel, strengthText } from './linkText';
import { titlesOf } from './MapTable';

interface Props {
  map: StrategyMap;
  links: MapLink[];
  /** The end that is the other objective. */
  end: 'from' | 'to';
  onSelect: (name: string) => void;
  onRemove?: (name: string) => void;
}

/** Cause-effect hypotheses of an objective with what measurement says about them. */
export function HypothesisList({ map, links, end, onSelect, onRemove }: Props) {
  const styles = useStyles2(getStyles);
  const titles = titlesOf(map);
  if (links.length === 0) {
    return <p className={styles.detail}>{t('strategy.panel.no-links', 'No hypothesis yet.')}</p>;
  }
  return (
    <ul className={styles.list}>
      {links.map((link) => {
        const other = titles.get(link[end]);
        return (
          <li key={link.ref.name} className={styles.item}>
            <div className={styles.line}>
              {other === undefined ? (
                link[end]
              ) : (
                <Button fill="text" size="sm" onClick={() => onSelect(link[end])}>
                  {other}
                </Button>
              )}
              {onRemove && (
                <IconButton
                  name="trash-alt"
                  tooltip={t('strategy.panel.remove-link', 'Remove this arrow')}
                  onClick={() => onRemove(link.ref.name)}
                />
              )}
            </div>
            {link.hypothesis && <p className={styles.hypothesis}>{link.hypothesis}</p>}
            <p className={styles.detail}>
              {[stateLabel(link.state), strengthText(link), lagText(link.lag)].filter(Boolean).join(' · ')}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', margin: 0 }),
  item: css({ marginBottom: theme.spacing(1) }),
  line: css({ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }),
  hypothesis: css({ margin: theme.spacing(0, 1) }),
  detail: css({ margin: theme.spacing(0, 1), fontSize: theme.typography.size.sm, color: theme.colors.text.secondary }),
});
