import { glob, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';

// Draws the tables of all subgraphs' schemas as a Mermaid diagram: docs/erd.md. With --check it only says whether that is fresh.
const FILE = fileURLToPath(new URL('../docs/erd.md', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const drawn = drawAll(
  Object.fromEntries(await Promise.all(SUBGRAPHS.map(async (name) => [name, await tablesOf(name)] as const))),
);

if (!values.check) {
  await writeFile(FILE, drawn);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== drawn) {
  console.error('docs/erd.md is stale: run npm run erd.');
  process.exitCode = 1;
}

/** All tables of a subgraph, file by file. */
async function tablesOf(subgraph: string): Promise<PgTable[]> {
  const folder = fileURLToPath(new URL(`../subgraphs/${subgraph}/src/tables`, import.meta.url));
  const files = (await Array.fromAsync(glob('*.ts', { cwd: folder }))).sort();
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(`${folder}/${file}`).href)));
  return modules.flatMap((exported) => Object.values(exported)).filter((value): value is PgTable => is(value, PgTable));
}

function drawAll(schemas: Record<string, readonly PgTable[]>): string {
  const intro = 'Generated from the tables by `npm run erd`. Each schema belongs to one subgraph; no key crosses them.';
  const parts = Object.entries(schemas).map(([name, tables]) => `## ${name}\n\n${drawSchema(tables)}`);
  return `# The data model\n\n${intro}\n\n${parts.join('\n\n')}\n`;
}

function drawSchema(tables: readonly PgTable[]): string {
  return ['```mermaid', 'erDiagram', ...tables.map(drawTable), ...tables.flatMap(drawReferences), '```'].join('\n');
}

function drawTable(table: PgTable): string {
  const { name, columns, primaryKeys } = getTableConfig(table);
  const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
  const rows = columns.map((column) => {
    const marks = [column.primary || keys.has(column.name) ? 'PK' : '', column.isUnique ? 'UK' : ''].filter(Boolean);
    const type = column.getSQLType().replaceAll(/[^A-Za-z0-9_]+/g, '_');
    return `    ${type} ${column.name} ${marks.join(', ')}`.trimEnd();
  });
  return `  ${name} {\n${rows.join('\n')}\n  }`;
}

function drawReferences(table: PgTable): string[] {
  const { name, foreignKeys } = getTableConfig(table);
  return foreignKeys.map((key) => {
    const { columns, foreignTable } = key.reference();
    return `  ${getTableConfig(foreignTable).name} ||--o{ ${name} : ${columns.map((column) => column.name).join('_')}`;
  });
}
