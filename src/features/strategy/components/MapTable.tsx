import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { Fragment } from 'react';
import { type MapLink, type MapObjective, type StrategyMap } from '../../../api/types';
import { ABSENT, formatScore } from '../../../components/format';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { hidden } from '../../../components/VisuallyHidden';
import { t } from '../../../i18n';
import { stateLabel, strengthText } from './linkText';

interface Props {
  map: StrategyMap;
  selected?: string;
  onSelect: (name: string) => void;
}

/** All that the map shows, as a table. */
export function MapTable({ map, selected, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const titles = titlesOf(map);
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={hidden}>
          {t('strategy.table.caption', 'Objectives of {{title}} with their causes and effects', { title: map.title })}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('strategy.table.objective', 'Objective')}</th>
            <th scope="col">{t('strategy.table.status', 'Status')}</th>
            <th scope="col" className={styles.number}>
              {t('strategy.table.score', 'Score')}
            </th>
            <th scope="col">{t('strategy.table.trend', 'Trend')}</th>
            <th scope="col">{t('strategy.table.owner', 'Owner')}</th>
            <th scope="col">{t('strategy.table.themes', 'Themes')}</th>
            <th scope="col">{t('strategy.table.causes', 'Driven by')}</th>
            <th scope="col">{t('strategy.table.effects', 'Leads to')}</th>
          </tr>
        </thead>
        {map.perspectives.map((perspective) => (
          <tbody key={perspective.name}>
            <tr>
              <th scope="rowgroup" colSpan={8} className={styles.perspective}>
                {perspective.title} {formatScore(perspective.score)}{' '}
                <StatusMark status={perspective.status} scheme={map.scheme} />
              </th>
            </tr>
            {perspective.objectives.map((objective) => (
              <tr key={objective.ref.name} aria-current={objective.ref.name === selected}>
                <th scope="row">
                  <Button fill="text" size="sm" onClick={() => onSelect(objective.ref.name)}>
                    {objective.title}
                  </Button>
                </th>
                <td>
                  <StatusMark
                    status={objective.status}
                    scheme={map.scheme}
                    reason={objective.reason}
                    override={objective.override}
                  />
                </td>
                <td className={styles.number}>{formatScore(objective.score)}</td>
                <td>
                  <TrendMark trend={objective.trend} />
                </td>
                <td>{objective.owner ?? ABSENT}</td>
                <td>{themesOf(objective, map)}</td>
                <td>
                  <Arrows links={map.links.filter(({ to }) => to === objective.ref.name)} end="from" titles={titles} />
                </td>
                <td>
                  <Arrows
                    links={map.links.filter(({ from }) => from === objective.ref.name)}
                    end="to"
                    titles={titles}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** Titles of the map's objectives by name. */
export function titlesOf({ perspectives }: StrategyMap): Map<string, string> {
  return new Map(perspectives.flatMap(({ objectives }) => objectives.map(({ ref, title }) => [ref.name, title])));
}

function themesOf({ themes }: MapObjective, map: StrategyMap): string {
  const titles = map.themes.filter(({ name }) => themes.includes(name)).map(({ title }) => title);
  return titles.join(', ') || ABSENT;
}

interface ArrowsProps {
  links: MapLink[];
  /** The end that is another objective. */
  end: 'from' | 'to';
  titles: Map<string, string>;
}

function Arrows({ links, end, titles }: ArrowsProps) {
  if (links.length === 0) {
    return <>{ABSENT}</>;
  }
  return (
    <>
      {links.map((link, index) => (
        <Fragment key={link.ref.name}>
          {index > 0 && <br />}
          <span title={strengthText(link)}>
            {titles.get(link[end]) ?? link[end]} ({stateLabel(link.state)})
          </span>
        </Fragment>
      ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', height: '100%' }),
  table: css({
    width: '100%',
    minWidth: 1000,
    fontSize: theme.typography.size.sm,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      textAlign: 'left',
      verticalAlign: 'top',
      fontWeight: theme.typography.fontWeightRegular,
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    'thead th': {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
    },
    'tr[aria-current=true]': { background: theme.colors.action.selected },
  }),
  perspective: css({
    '&&': { background: theme.colors.background.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums' }),
});
