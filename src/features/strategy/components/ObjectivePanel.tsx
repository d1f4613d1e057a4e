import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { type ReactNode, useEffect, useRef } from 'react';
import { type MapObjective, type StrategyMap } from '../../../api/types';
import { FollowUpList } from '../../../components/followup/FollowUpList';
import { ABSENT, formatScore } from '../../../components/format';
import { reasonText } from '../../../components/reasonText';
import { StatusMark } from '../../../components/StatusMark';
import { TrendMark } from '../../../components/TrendMark';
import { t } from '../../../i18n';
import { HypothesisList } from './HypothesisList';
import { KpiList } from './KpiList';

interface Props {
  map: StrategyMap;
  objective: MapObjective;
  onSelect: (name: string) => void;
  onClose: () => void;
  /** Actions on the objective, in edit mode. */
  actions?: ReactNode;
  /** Removes an arrow, in edit mode. */
  onRemoveLink?: (name: string) => void;
}

/** Details of an objective beside the map: its KPIs, and what it is believed to follow from and to lead to. */
export function ObjectivePanel({ map, objective, onSelect, onClose, actions, onRemoveLink }: Props) {
  const styles = useStyles2(getStyles);
  const heading = useRef<HTMLHeadingElement>(null);
  const { name } = objective.ref;
  useEffect(() => {
    heading.current?.focus();
  }, [name]);

  const themes = map.themes.filter((theme) => objective.themes.includes(theme.name));
  const hypotheses = { map, onSelect, onRemove: onRemoveLink };
  return (
    <section className={styles.panel} aria-labelledby="objective-title">
      <div className={styles.head}>
        <h2 id="objective-title" ref={heading} tabIndex={-1} className={styles.title}>
          {objective.title}
        </h2>
        <IconButton name="times" size="lg" tooltip={t('strategy.panel.close', 'Close (Esc)')} onClick={onClose} />
      </div>
      <div className={styles.line}>
        <StatusMark
          status={objective.status}
          scheme={map.scheme}
          reason={objective.reason}
          override={objective.override}
        />
        <strong>{formatScore(objective.score)}</strong>
        <TrendMark trend={objective.trend} />
      </div>
      {objective.score === null && objective.reason && <p>{reasonText(objective.reason)}</p>}
      <dl className={styles.facts}>
        <dt>{t('strategy.panel.owner', 'Owner')}</dt>
        <dd>{objective.owner ?? ABSENT}</dd>
        <dt>{t('strategy.panel.themes', 'Themes')}</dt>
        <dd>{themes.map(({ title }) => title).join(', ') || ABSENT}</dd>
      </dl>
      {actions}
      <h3 className={styles.heading}>{t('strategy.panel.kpis', 'KPIs')}</h3>
      <KpiList kpis={objective.kpis} map={map} />
      <h3 className={styles.heading}>{t('strategy.panel.causes', 'Driven by')}</h3>
      <HypothesisList {...hypotheses} links={map.links.filter(({ to }) => to === name)} end="from" />
      <h3 className={styles.heading}>{t('strategy.panel.effects', 'Leads to')}</h3>
      <HypothesisList {...hypotheses} links={map.links.filter(({ from }) => from === name)} end="to" />
      <h3 className={styles.heading}>{t('strategy.panel.follow-up', 'Decisions and actions')}</h3>
      <FollowUpList subject={{ objective: name }} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ padding: theme.spacing(2) }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, margin: 0, '&:focus': { outline: 'none' } }),
  line: css({ display: 'flex', alignItems: 'baseline', gap: theme.spacing(1), margin: theme.spacing(1, 0) }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    gap: theme.spacing(0.5, 2),
    margin: 0,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
  heading: css({ ...theme.typography.h5, margin: theme.spacing(2, 0, 1) }),
});
