import grafanaConfig from '@grafana/eslint-config';
import { defineConfig, globalIgnores } from 'eslint/config';

export default defineConfig([
  globalIgnores([
    '**/dist/',
    '**/node_modules/',
    'coverage/',
    '**/.cache/',
    '.run/',
    'playwright-report/',
    'test-results/',
  ]),
  ...grafanaConfig,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      // TypeScript checks these, or the JSX runtime makes them moot.
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
      'no-redeclare': 'off',
      'react/no-unescaped-entities': 'off',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'sort-imports': ['error', { ignoreCase: true, ignoreDeclarationSort: true }],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: ['src/i18n.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: '@grafana/i18n',
              importNames: ['t'],
              message: 'Take t from src/i18n: it shows values as they are.',
            },
          ],
        },
      ],
    },
  },
  { files: ['**/*.test.{ts,tsx}'], rules: { 'react/display-name': 'off' } },
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
]);
