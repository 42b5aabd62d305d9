import type { Sql } from 'postgres';
import type { Statement } from '../database.ts';

/** One node of a Postgres plan, as `EXPLAIN (ANALYZE, FORMAT JSON)` gives it. */
export type PlanNode = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Sort Method'?: string;
  Plans?: PlanNode[];
};

/** All nodes of the plan that Postgres runs for a statement on a service's own connection, the root first. */
export async function explain(sql: Sql, { query, params }: Statement): Promise<PlanNode[]> {
  const [row] = await sql.unsafe(`explain (analyze, format json) ${query}`, params as never[]);
  return flatten(row?.['QUERY PLAN'][0].Plan);
}

function flatten(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(flatten)];
}

/**
 * What is wrong with a list's plan: sequential scans that read more than a page (an empty or tiny table is fine), and
 * sorts that hand on more rows than a page has.
 */
export function planFaults(nodes: readonly PlanNode[], pageSize: number): string[] {
  const scans = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && rowsRead(node) > pageSize);
  const sorts = nodes.filter((node) => node['Node Type'] === 'Sort' && node['Actual Rows'] > pageSize + 1);
  return [
    ...scans.map((node) => `sequential scan of ${node['Relation Name']}`),
    ...sorts.map((node) => `sort of ${node['Actual Rows']} rows (${node['Sort Method']})`),
  ];
}

const rowsRead = (node: PlanNode) => node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0);
