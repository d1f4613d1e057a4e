import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { CodeEditor, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { type KindName } from '../../contract';
import { t } from '../../i18n';
import { type Draft, fromYaml, toYaml, type Unread } from './document';

interface Props {
  kind: KindName;
  readOnly: boolean;
  /** What was typed and can't be read yet. The form follows as soon as it can. */
  unread: Unread | undefined;
  onUnread: (unread: Unread | undefined) => void;
}

/** The same resource as YAML. What is typed goes into the form as soon as it can be read. */
export function YamlView({ kind, readOnly, unread, onUnread }: Props) {
  const styles = useStyles2(getStyles);
  const { getValues, reset } = useFormContext<Draft>();
  const [text] = useState(() => unread?.text ?? toYaml(kind, getValues()));

  const read = (typed: string) => {
    const parsed = fromYaml(kind, typed);
    onUnread('problems' in parsed ? { text: typed, problems: parsed.problems } : undefined);
    if ('draft' in parsed) {
      reset(parsed.draft);
    }
  };

  return (
    <>
      <CodeEditor
        value={text}
        language="yaml"
        height={480}
        readOnly={readOnly}
        showLineNumbers
        showMiniMap={false}
        monacoOptions={{ ariaLabel: t('components.editor.yaml-label', 'The resource as YAML') } as object}
        onChange={read}
      />
      <ul role="alert" className={styles}>
        {(unread?.problems ?? []).map(({ message, line, column }, index) => (
          <li key={index}>
            {line === undefined
              ? message
              : t('components.editor.at', 'Line {{line}}, column {{column}}: {{message}}', { line, column, message })}
          </li>
        ))}
      </ul>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ listStyle: 'none', margin: theme.spacing(1, 0), color: theme.colors.error.text });
