import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { type StrategyMap } from '../../../api/types';
import { formatScore } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';

interface Props {
  map: StrategyMap;
  onSelect: (name: string) => void;
}

/** The objectives of a map by perspective, for places too small for a map. */
export function MapList({ map, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      {map.perspectives.map(({ name, title, score, objectives }) => (
        <section key={name} aria-label={title}>
          <h3 className={styles.heading}>
            {title} {formatScore(score)}
          </h3>
          <ul className={styles.list}>
            {objectives.map((objective) => (
              <li key={objective.ref.name} className={styles.line}>
                <StatusMark
                  status={objective.status}
                  scheme={map.scheme}
                  reason={objective.reason}
                  override={objective.override}
                  compact
                />
                <Button fill="text" size="sm" onClick={() => onSelect(objective.ref.name)}>
                  {objective.title}
                </Button>
                <span className={styles.score}>{formatScore(objective.score)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  heading: css({
    fontSize: theme.typography.size.sm,
    color: theme.colors.text.secondary,
    margin: theme.spacing(1, 0, 0),
  }),
  list: css({ listStyle: 'none', margin: 0 }),
  line: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  score: css({ marginLeft: 'auto', fontVariantNumeric: 'tabular-nums' }),
});
