import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Manifest } from '@nexus/gateway/protection/manifest';
import { getOperationAST, parse, print } from 'graphql';

// Lists operations/*.graphql as trusted documents: operations/manifest.json. With --check it only says whether that is fresh.
const FOLDER = fileURLToPath(new URL('../operations/', import.meta.url));
const FILE = `${FOLDER}manifest.json`;
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const listed = `${JSON.stringify(listOperations(), null, 2)}\n`;

if (!values.check) {
  writeFileSync(FILE, listed);
} else if (readFileSync(FILE, 'utf8') !== listed) {
  console.error('operations/manifest.json is stale: run npm run codegen.');
  process.exitCode = 1;
}

function listOperations(): Manifest {
  const files = globSync('*.graphql', { cwd: FOLDER }).sort();
  return { format: 'apollo-persisted-query-manifest', version: 1, operations: files.map(toOperation) };
}

function toOperation(file: string): Manifest['operations'][number] {
  const document = parse(readFileSync(FOLDER + file, 'utf8'));
  const operation = getOperationAST(document);
  if (!operation?.name) throw new Error(`operations/${file} has to hold one operation with a name.`);
  // Clients send the printed document, without the comments of the file.
  const body = print(document);
  const id = createHash('sha256').update(body).digest('hex');
  return { id, name: operation.name.value, type: operation.operation, body };
}
