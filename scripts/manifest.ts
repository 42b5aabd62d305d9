import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Manifest } from '@nexus/gateway/protection/manifest';
import { getOperationAST, parse, print } from 'graphql';

// Lists operations/*.graphql as trusted documents: operations/manifest.json for the gateway, their ids for the typed
// client. With --check it only says whether both are fresh.
const HOUSE = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const manifest = listOperations();
const files = {
  'operations/manifest.json': `${JSON.stringify(manifest, null, 2)}\n`,
  'client/src/persisted-ids.generated.ts': printIds(manifest),
};

for (const [file, text] of Object.entries(files)) {
  if (!values.check) {
    writeFileSync(HOUSE + file, text);
  } else if (readFileSync(HOUSE + file, 'utf8') !== text) {
    console.error(`${file} is stale: run npm run codegen.`);
    process.exitCode = 1;
  }
}

function listOperations(): Manifest {
  const found = globSync('operations/*.graphql', { cwd: HOUSE }).sort();
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: found.map(toOperation) };
}

function toOperation(file: string): Manifest['operations'][number] {
  const document = parse(readFileSync(HOUSE + file, 'utf8'));
  const operation = getOperationAST(document);
  if (!operation?.name) throw new Error(`${file} has to hold one operation with a name.`);
  // Clients send the printed document, without the comments of the file.
  const body = print(document);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation.name.value, type: operation.operation, body };
}

function printIds({ operations }: Manifest): string {
  const rows = operations.map(({ name, id }) => `  ${name}: '${id}',\n`);
  return `/** The id of each operation's document, as the gateway knows it. */\nexport const persistedIds: Readonly<Record<string, string>> = {\n${rows.join('')}};\n`;
}
