import type { UsageRow } from './usage.store.ts';
import type { UsageExport } from './usage-export.ts';

type Time = Pick<UsageExport, 'from' | 'to'>;

/** What was counted, as a file that schema checks read; the most used operations first. */
export function exportUsage(rows: readonly UsageRow[], time: Time): UsageExport {
  const sampleRate = Math.min(1, ...rows.map((row) => row.sampleRate));
  const operations = [...Map.groupBy(rows, ({ id }) => id).values()].map(operationOf);
  operations.sort((one, other) => other.count - one.count || (one.id < other.id ? -1 : 1));
  return { format: 'nexus-usage', version: 1, ...time, sampleRate, operations };
}

function operationOf(rows: readonly UsageRow[]): UsageExport['operations'][number] {
  const [{ id, name, body } = { id: '', name: '', body: '' }] = rows;
  const clients = rows.map(({ clientName, clientVersion, requests, lastSeenOn }) => ({
    name: clientName,
    version: clientVersion,
    count: Math.round(requests),
    lastSeenOn,
  }));
  const count = clients.reduce((sum, client) => sum + client.count, 0);
  return { id, name, body, count, clients, givenInVariables: [...new Set(rows.flatMap(({ given }) => given))].sort() };
}
