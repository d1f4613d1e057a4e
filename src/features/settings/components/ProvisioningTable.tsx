import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ServerStatus } from '../../../api/types';
import { ABSENT, formatInstant } from '../../../components/format';
import { problemText } from '../../../components/reasonText';
import { tableStyles } from '../../../components/tableStyles';
import { t } from '../../../i18n';
import { ProblemPlace } from './ProblemPlace';
import { Section } from './Section';

/** Files that manage resources: what each holds, and what is wrong with it. */
export function ProvisioningTable({ provisioning: { path, files } }: Pick<ServerStatus, 'provisioning'>) {
  const styles = useStyles2(tableStyles);
  const own = useStyles2(getStyles);
  const broken = files.filter(({ errors }) => errors.length > 0).length;
  return (
    <Section
      title={t('settings.provisioning.title', 'Provisioning')}
      ok={path === null ? undefined : broken === 0}
      message={
        broken > 0
          ? t('settings.provisioning.broken', '', {
              broken,
              count: files.length,
              defaultValue_one: '{{broken}} of {{count}} file has errors',
              defaultValue_other: '{{broken}} of {{count}} files have errors; the others are in force',
            })
          : undefined
      }
    >
      {path === null ? (
        <p>
          {t(
            'settings.provisioning.off',
            'No directory is provisioned. Set scorecards_path in the section [plugin.bsc-scorecard-app] of Grafana’s configuration to manage scorecards as YAML files, for instance from Git.'
          )}
        </p>
      ) : (
        <p>
          {t('settings.provisioning.path', 'Read from')} <code>{path}</code>
        </p>
      )}
      {files.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t('settings.provisioning.files', 'Provisioned files')}>
            <thead>
              <tr>
                <th scope="col">{t('settings.provisioning.file', 'File')}</th>
                <th scope="col" className={styles.number}>
                  {t('settings.provisioning.resources', 'Resources')}
                </th>
                <th scope="col">{t('settings.provisioning.loaded', 'Read')}</th>
                <th scope="col">{t('settings.provisioning.errors', 'Errors')}</th>
              </tr>
            </thead>
            <tbody>
              {files.map(({ file, resources, loadedAt, errors }) => (
                <tr key={file}>
                  <th scope="row">
                    <code>{file}</code>
                  </th>
                  <td className={styles.number}>{resources}</td>
                  <td>{loadedAt ? formatInstant(loadedAt) : ABSENT}</td>
                  <td>
                    {errors.length === 0 ? (
                      ABSENT
                    ) : (
                      <ul className={own}>
                        {errors.map((problem, index) => (
                          <li key={index}>
                            <ProblemPlace problem={problem} /> {problemText(problem)}
                          </li>
                        ))}
                      </ul>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) =>
  css({ listStyle: 'none', margin: 0, padding: 0, color: theme.colors.error.text, overflowWrap: 'anywhere' });
