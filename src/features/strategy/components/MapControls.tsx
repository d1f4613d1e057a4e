import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { Panel } from '@xyflow/react';
import { t } from '../../../i18n';

interface Props {
  onZoom: (direction: 'in' | 'out') => void;
  onFit: () => void;
}

export function MapControls({ onZoom, onFit }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Panel position="top-left" className={styles}>
      <IconButton name="plus" tooltip={t('strategy.map.zoom-in', 'Zoom in')} onClick={() => onZoom('in')} />
      <IconButton name="minus" tooltip={t('strategy.map.zoom-out', 'Zoom out')} onClick={() => onZoom('out')} />
      <IconButton name="expand-arrows" tooltip={t('strategy.map.fit', 'Fit the whole map')} onClick={onFit} />
    </Panel>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 0.75),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  });
