import grafanaConfig from '@grafana/eslint-config';
import { defineConfig, globalIgnores } from 'eslint/config';

const testFiles = ['**/*.test.ts', '**/*.test.tsx'];

export default defineConfig([
  globalIgnores(['dist/', 'coverage/', 'node_modules/', '.cache/', '.run/', 'playwright-report/', 'test-results/']),
  ...grafanaConfig,
  {
    rules: {
      // TypeScript checks these.
      'react/prop-types': 'off',
      'react/react-in-jsx-scope': 'off',
      // The automatic runtime escapes text; quotes in sentences are no mistake.
      'react/no-unescaped-entities': 'off',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'sort-imports': ['error', { ignoreCase: true, ignoreDeclarationSort: true }],
    },
  },
  { files: testFiles, rules: { 'react/display-name': 'off' } },
  { files: ['tests/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
]);
