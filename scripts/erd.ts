import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import * as interactionsAnalytics from '@nexus/interactions/analytics-tables';
import * as interactionsBookmarks from '@nexus/interactions/bookmark-tables';
import * as interactions from '@nexus/interactions/tables';
import * as postContent from '@nexus/posts/content-tables';
import * as postDiscovery from '@nexus/posts/discovery-tables';
import * as posts from '@nexus/posts/tables';
import * as userAccounts from '@nexus/users/account-tables';
import * as userAudit from '@nexus/users/audit-tables';
import * as userGraph from '@nexus/users/graph-tables';
import * as userModeration from '@nexus/users/moderation-tables';
import * as users from '@nexus/users/tables';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';

// Draws the tables of the three schemas as a Mermaid diagram: docs/erd.md. With --check it only says whether that is fresh.
const FILE = fileURLToPath(new URL('../docs/erd.md', import.meta.url));
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const drawn = drawAll({
  users: { ...users, ...userAccounts, ...userGraph, ...userModeration, ...userAudit },
  posts: { ...posts, ...postContent, ...postDiscovery },
  interactions: { ...interactions, ...interactionsBookmarks, ...interactionsAnalytics },
});

if (!values.check) {
  await writeFile(FILE, drawn);
} else if ((await readFile(FILE, 'utf8').catch(() => '')) !== drawn) {
  console.error('docs/erd.md is stale: run npm run erd.');
  process.exitCode = 1;
}

function drawAll(schemas: Record<string, Record<string, unknown>>): string {
  const intro = 'Generated from the tables by `npm run erd`. Each schema belongs to one subgraph; no key crosses them.';
  const parts = Object.entries(schemas).map(([name, exports]) => `## ${name}\n\n${drawSchema(exports)}`);
  return `# The data model\n\n${intro}\n\n${parts.join('\n\n')}\n`;
}

function drawSchema(exports: Record<string, unknown>): string {
  const tables = Object.values(exports).filter((value): value is PgTable => is(value, PgTable));
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
