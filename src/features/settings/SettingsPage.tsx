import { css } from '@emotion/css';
import { PluginPage } from '@grafana/runtime';
import { Tab, TabContent, TabsBar } from '@grafana/ui';
import { useSearchParams } from 'react-router-dom';
import { appUrl } from '../../components/links';
import { t } from '../../i18n';
import { ExportView } from './components/ExportView';
import { ImportView } from './components/ImportView';
import { StatusView } from './components/StatusView';

const tabs = ['status', 'export', 'import'] as const;
type TabName = (typeof tabs)[number];

/** What an administrator looks after: the running server, and everything as YAML, out and in. */
export function SettingsPage() {
  const [params, setParams] = useSearchParams();
  const shown = tabs.find((tab) => tab === params.get('tab')) ?? 'status';
  return (
    <PluginPage pageNav={{ text: t('settings.title', 'Settings'), url: appUrl('settings') }}>
      <TabsBar>
        {tabs.map((tab) => (
          <Tab
            key={tab}
            label={tabLabel(tab)}
            active={tab === shown}
            href={`?tab=${tab}`}
            onChangeTab={(event) => {
              event.preventDefault();
              setParams({ tab });
            }}
          />
        ))}
      </TabsBar>
      <TabContent className={content}>
        {shown === 'status' && <StatusView />}
        {shown === 'export' && <ExportView />}
        {shown === 'import' && <ImportView />}
      </TabContent>
    </PluginPage>
  );
}

const content = css({ paddingTop: 16 });

function tabLabel(tab: TabName): string {
  switch (tab) {
    case 'status':
      return t('settings.tab.status', 'Status');
    case 'export':
      return t('settings.tab.export', 'Export');
    case 'import':
      return t('settings.tab.import', 'Import');
  }
}
