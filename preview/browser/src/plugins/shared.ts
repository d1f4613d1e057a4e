/** The modules that Grafana shares with plugins, offered to the plugin's AMD bundle under their names. */
import * as emotionCss from '@emotion/css';
import * as emotionReact from '@emotion/react';
import * as grafanaData from '@grafana/data';
import * as grafanaDataUnstable from '@grafana/data/unstable';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaRuntimeUnstable from '@grafana/runtime/unstable';
import * as grafanaUi from '@grafana/ui';
import * as grafanaUiUnstable from '@grafana/ui/unstable';
import * as d3 from 'd3';
import i18next from 'i18next';
import jquery from 'jquery';
import lodash from 'lodash';
// eslint-disable-next-line no-restricted-imports -- plugins may ask for it, nothing here uses it
import moment from 'moment';
import prismjs from 'prismjs';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactInlineSvg from 'react-inlinesvg';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import * as rxjsOperators from 'rxjs/operators';

/** Written as ES modules: the plugin's bundler is told so, and values that change later stay visible. */
const esModules: Record<string, object> = {
  '@emotion/css': emotionCss,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  '@grafana/data/unstable': grafanaDataUnstable,
  '@grafana/runtime': grafanaRuntime,
  '@grafana/runtime/unstable': grafanaRuntimeUnstable,
  '@grafana/ui': grafanaUi,
  '@grafana/ui/unstable': grafanaUiUnstable,
  d3,
  'react-inlinesvg': reactInlineSvg,
  'react-router': reactRouter,
  rxjs,
  'rxjs/operators': rxjsOperators,
};

/** CommonJS: the module itself is the default export. */
const commonModules: Record<string, object> = {
  i18next,
  jquery,
  lodash,
  moment,
  prismjs,
  react,
  'react/jsx-runtime': jsxRuntime,
  'react-dom': reactDom,
};

const prefix = 'preview:';

export function shareModules(): void {
  const loader = window.System;
  const names = new Set([...Object.keys(esModules), ...Object.keys(commonModules)]);
  const resolve = loader.constructor.prototype.resolve;
  loader.constructor.prototype.resolve = function (id: string, parent?: string) {
    return names.has(id) ? prefix + id : resolve.call(this, id, parent);
  };
  for (const [name, module] of Object.entries(esModules)) {
    const marked = Object.create(module, { __esModule: { value: true } });
    loader.set(prefix + name, { default: marked, __useDefault: true });
  }
  for (const [name, module] of Object.entries(commonModules)) {
    loader.set(prefix + name, { default: module, __useDefault: true });
  }
}
