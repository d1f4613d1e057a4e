/** Packages that ship ES modules only, which jest has to translate. */
const esModules = [
  '@dagrejs',
  '@grafana',
  '@hookform',
  '@react-awesome-query-builder',
  '@wojtekmaj',
  '@xyflow',
  'd3',
  'd3-[a-z-]+',
  'delaunator',
  'get-user-locale',
  'internmap',
  'marked',
  'memoize',
  'mimic-function',
  'monaco-[a-z-]+',
  'nanoid',
  'ol',
  'react-calendar',
  'react-colorful',
  'react-data-grid',
  'robust-predicates',
  'rxjs',
  'uuid',
  'yaml',
  'zod',
];

module.exports = {
  rootDir: require('node:path').resolve(__dirname, '..'),
  testEnvironment: 'jsdom',
  // Pages are rendered whole, and a busy machine takes its time.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/src/**/*.test.{ts,tsx}'],
  setupFiles: ['<rootDir>/.config/jest/environment.js'],
  setupFilesAfterEnv: ['<rootDir>/.config/jest/setup.js'],
  moduleNameMapper: {
    '\\.(css|svg|png)$': 'identity-obj-proxy',
    '^react-inlinesvg$': '<rootDir>/.config/jest/inlineSvg.js',
  },
  transform: {
    '^.+\\.m?[tj]sx?$': [
      '@swc/jest',
      {
        sourceMaps: 'inline',
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(.*/node_modules/)?(${esModules.join('|')})/)`],
};
