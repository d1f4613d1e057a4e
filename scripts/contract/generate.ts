/**
 * Writes everything that is generated from src/contract. With --check it writes nothing and fails when a file is not current.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { bodies, kinds } from '../../src/contract';
import { sentences } from '../../src/contract/sentences';
import { goTypes } from './golang';
import { openApi } from './openapi';
import { provisioningReference } from './reference';
import { anyDocumentSchema, bundle, definitions, documentSchema, JsonSchema } from './schemas';
import { goSentences } from './sentences';

const root = join(__dirname, '..', '..');
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

async function generate(): Promise<Map<string, string>> {
  const all = definitions();
  const files = new Map<string, string>();
  for (const kind of kinds) {
    files.set(`pkg/contract/schemas/${kind.kind}.json`, json(bundle(documentSchema(kind), all)));
  }
  const bodyRefs: JsonSchema = { anyOf: Object.keys(bodies).map((id) => ({ $ref: `#/$defs/${id}` })) };
  files.set('pkg/contract/bodies.json', json(bundle(bodyRefs, all)));
  files.set('pkg/contract/kinds.json', json(kinds.map(({ kind, plural, summary }) => ({ kind, plural, summary }))));
  files.set('pkg/contract/types_gen.go', await goTypes(all));
  files.set('pkg/sentence/sentences_gen.go', goSentences(sentences));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  files.set('pkg/contract/openapi.json', json(openApi(all, version)));
  files.set('docs/reference/scorecard.schema.json', json(anyDocumentSchema(all)));
  files.set('docs/reference/provisioning.md', provisioningReference(all));
  return files;
}

async function main() {
  const check = process.argv.includes('--check');
  const stale: string[] = [];
  for (const [name, content] of await generate()) {
    const path = join(root, name);
    if (existsSync(path) && readFileSync(path, 'utf8') === content) {
      continue;
    }
    if (check) {
      stale.push(name);
    } else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
    }
  }
  if (stale.length > 0) {
    throw new Error(`not current, run "npm run contract": ${stale.join(', ')}`);
  }
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
