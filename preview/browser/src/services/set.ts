/** Hands Grafana's packages the services that Grafana itself would. */
import { EventBusSrv, setTimeZoneResolver } from '@grafana/data';
import {
  config,
  type EchoSrv,
  locationService,
  setAppEvents,
  setBackendSrv,
  setChromeHeaderHeightHook,
  setDataSourceSrv,
  setEchoSrv,
  setLocationSrv,
  setPluginComponentHook,
  setPluginComponentsHook,
  setPluginFunctionsHook,
  setPluginImportUtils,
  setPluginLinksHook,
  setReturnToPreviousHook,
  setRunRequest,
  setTemplateSrv,
} from '@grafana/runtime';
import { setPanelDataErrorView } from '@grafana/runtime/esm/components/PanelDataErrorView';
import { setPanelRenderer } from '@grafana/runtime/esm/components/PanelRenderer';
import { setPluginPage } from '@grafana/runtime/esm/components/PluginPage';
import { setGetObservablePluginComponents } from '@grafana/runtime/esm/services/pluginExtensions/getObservablePluginComponents';
import { setGetObservablePluginLinks } from '@grafana/runtime/esm/services/pluginExtensions/getObservablePluginLinks';
import { of } from 'rxjs';
import { PluginPage } from '../chrome/PluginPage';
import { PanelDataErrorView } from '../panels/PanelDataErrorView';
import { PanelRenderer } from '../panels/PanelRenderer';
import {
  findComponents,
  findLinks,
  usePluginComponent,
  usePluginComponents,
  usePluginFunctions,
  usePluginLinks,
} from '../plugins/extensions';
import { importPanelPlugin, loadedPanelPlugin } from '../plugins/load';
import { backendSrv } from './backendSrv';
import { dataSourceSrv } from './dataSourceSrv';
import { runRequest } from './runRequest';
import { templateSrv } from './templateSrv';

/** Usage statistics go nowhere. */
const echoSrv: EchoSrv = { flush: () => undefined, addBackend: () => undefined, addEvent: () => undefined };

export function setServices(): void {
  setAppEvents(new EventBusSrv());
  setBackendSrv(backendSrv);
  setTemplateSrv(templateSrv);
  setDataSourceSrv(dataSourceSrv);
  setEchoSrv(echoSrv);
  setLocationSrv(locationService as never);
  setRunRequest(runRequest);
  setPluginImportUtils({ importPanelPlugin, getPanelPluginFromCache: loadedPanelPlugin });
  setPluginPage(PluginPage);
  setPanelRenderer(PanelRenderer);
  setPanelDataErrorView(PanelDataErrorView);
  setPluginLinksHook(usePluginLinks);
  setPluginComponentsHook(usePluginComponents as never);
  setPluginComponentHook(usePluginComponent as never);
  setPluginFunctionsHook(usePluginFunctions as never);
  setGetObservablePluginLinks((query: Parameters<typeof findLinks>[0]) => of(findLinks(query)));
  setGetObservablePluginComponents((query: Parameters<typeof findComponents>[0]) => of(findComponents(query)));
  setReturnToPreviousHook(() => () => undefined);
  setChromeHeaderHeightHook(() => 0);
  setTimeZoneResolver(() => config.bootData.user.timezone);
}
