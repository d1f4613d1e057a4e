const path = require('node:path');
const CopyWebpackPlugin = require('copy-webpack-plugin');
const externals = require('../bundler/externals');
const { entryFile, pluginFolders } = require('../bundler/folders');

const root = path.resolve(__dirname, '..', '..');
const { version } = require(path.join(root, 'package.json'));

const publicPathModule = path.join(root, '.config', 'bundler', 'publicPath.js');

/** One entry per plugin; the module that says where chunks lie runs first, Grafana gets the exports of the last one. */
function entries() {
  return Object.fromEntries(
    pluginFolders().map((folder) => [path.posix.join(folder, 'module'), [publicPathModule, entryFile(folder)]])
  );
}

function fillIn(content) {
  return content
    .toString()
    .replaceAll('%VERSION%', version)
    .replaceAll('%TODAY%', new Date().toISOString().slice(0, 10));
}

/** What Grafana reads beside the bundles: manifests, logos, texts and dashboards, in the same layout as under src. */
function copies() {
  return [
    ...pluginFolders().flatMap((folder) => [
      { from: path.posix.join(folder, 'plugin.json'), to: path.posix.join(folder, 'plugin.json'), transform: fillIn },
      { from: path.posix.join(folder, 'img'), to: path.posix.join(folder, 'img'), noErrorOnMissing: true },
    ]),
    { from: 'dashboards/**/*.json', to: '.', noErrorOnMissing: true },
    { from: 'locales/**/*.json', to: '.', noErrorOnMissing: true },
    { from: '../README.md', to: '.', noErrorOnMissing: true, transform: fillIn },
    { from: '../CHANGELOG.md', to: '.' },
    { from: '../LICENSE', to: 'LICENSE', toType: 'file' },
  ];
}

/** @returns {import('webpack').Configuration} */
module.exports = (env = {}) => {
  const production = Boolean(env.production);
  return {
    name: 'bsc-scorecard-app',
    mode: production ? 'production' : 'development',
    context: path.join(root, 'src'),
    devtool: production ? 'source-map' : 'eval-source-map',
    entry: entries(),
    externals,
    cache: { type: 'filesystem', buildDependencies: { config: [__filename] } },
    module: {
      rules: [
        {
          test: /\.[tj]sx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                target: 'es2022',
                parser: { syntax: 'typescript', tsx: true },
                transform: { react: { runtime: 'automatic', development: false } },
              },
            },
          },
        },
        // Some packages import files without their extension, which strict ES modules forbid.
        { test: /\.m?js$/, resolve: { fullySpecified: false } },
        { test: /\.css$/, use: ['style-loader', 'css-loader'] },
        { test: /\.ya?ml$/, type: 'asset/source' },
        { test: /\.(png|jpe?g|gif|svg|woff2?)$/, type: 'asset/resource' },
      ],
    },
    resolve: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      alias: { 'react/jsx-runtime$': path.join(root, '.config', 'bundler', 'jsxRuntime.js') },
    },
    output: {
      path: path.join(root, 'dist'),
      filename: '[name].js',
      chunkFilename: production ? 'chunks/[name].[contenthash:12].js' : 'chunks/[name].js',
      assetModuleFilename: 'assets/[hash][ext]',
      library: { type: 'amd' },
      uniqueName: 'bsc-scorecard-app',
      crossOriginLoading: 'anonymous',
      clean: { keep: /gpx_|go_plugin_build_manifest/ },
    },
    optimization: {
      splitChunks: { chunks: 'async' },
      // App, panels and data source run beside each other on a page and hand each other the chunks that they load: a module
      // has to have the same exports in all of them, not only those that its own bundle uses.
      usedExports: 'global',
    },
    plugins: [new CopyWebpackPlugin({ patterns: copies() })],
    performance: { hints: false },
  };
};
