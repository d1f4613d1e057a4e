/**
 * Modules that Grafana hands to plugins at run time. Bundling one of them would give the page a second copy.
 *
 * `react/jsx-runtime` is missing on purpose: Grafana offers it from 12.3 only, so it is replaced by `jsxRuntime.js`.
 */
const shared = [
  '@emotion/css',
  '@emotion/react',
  'd3',
  'emotion',
  'i18next',
  'jquery',
  'lodash',
  'moment',
  'prismjs',
  'react',
  'react-dom',
  'react-redux',
  'react-router',
  'redux',
  'rxjs',
  'rxjs/operators',
];

module.exports = [
  // The AMD loader's own record of the module that is being loaded; says where the bundle came from.
  { 'amd-module': 'module' },
  ...shared,
  /^@grafana\/(data|runtime|ui)(\/|$)/,
];
