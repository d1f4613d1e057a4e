import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, Modal, useStyles2 } from '@grafana/ui';
import { useEffect, useState } from 'react';
import { t } from '../i18n';

interface Props {
  /** Keys and what each does, in words. */
  keys: Array<[string, string]>;
}

const FIELDS = 'input, textarea, select, [contenteditable], [role=combobox]';

/** Lists the keys of a page: behind a button and behind `?`. */
export function KeysHelp({ keys }: Props) {
  const styles = useStyles2(getStyles);
  const [shown, setShown] = useState(false);

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const writing = event.target instanceof Element && event.target.closest(FIELDS);
      if (event.key === '?' && !writing) {
        // Grafana lists its own keys otherwise.
        event.preventDefault();
        event.stopPropagation();
        setShown(true);
      }
    };
    document.addEventListener('keydown', listen, { capture: true });
    return () => document.removeEventListener('keydown', listen, { capture: true });
  }, []);

  const title = t('components.keys-help.title', 'Keys');
  return (
    <>
      <IconButton
        name="keyboard"
        tooltip={t('components.keys-help.button', 'Show the keys (?)')}
        onClick={() => setShown(true)}
      />
      <Modal title={title} isOpen={shown} onDismiss={() => setShown(false)}>
        <table className={styles} aria-label={title}>
          <tbody>
            {keys.map(([key, meaning]) => (
              <tr key={key}>
                <th scope="row">
                  <kbd>{key}</kbd>
                </th>
                <td>{meaning}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Modal>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ 'th, td': { padding: theme.spacing(0.5, 2, 0.5, 0), textAlign: 'left' } });
