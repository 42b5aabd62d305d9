import { isDeepStrictEqual } from 'node:util';
import { StartupError } from '@nexus/kit/startup-error';
import { approve } from './approvals/approve.ts';
import { readApprovals } from './approvals/read-approvals.ts';
import type { Graph } from './change.ts';
import { checkChange } from './check.ts';
import { buildGraph, type Sources } from './graph/build-graph.ts';
import { knownOperations } from './operations/known-operations.ts';
import { oldUsage } from './operations/old-usage.ts';
import { readFormerlyTrusted, readTrusted } from './operations/read-trusted.ts';
import { readUsage } from './operations/read-usage.ts';
import type { Report } from './reports/report.ts';
import { type Files, filesAt, workingTree } from './repository/files.ts';
import { findBase } from './repository/find-base.ts';
import { type Declaration, type Replacement, readSources } from './repository/read-sources.ts';

/** What is compared; files and folders are relative to the working directory. */
export type CheckOptions = Declaration & {
  /** A branch or commit; undefined for the main branch. */
  base: string | undefined;
  replacement: Replacement | undefined;
  operations: string;
  usage: string;
  approvals: string;
};

/** Compares the graph in the working tree with the one where the work began; StartupError when that cannot be done. */
export async function checkRepository(options: CheckOptions): Promise<Report> {
  const started = performance.now();
  const { commit, name } = findBase(options.base);
  const before = filesAt({ commit, name: `${name} (${commit.slice(0, 7)})` });
  const becomes = await readSources(workingTree, options, options.replacement);
  const head = buildGraph(becomes);
  const base = await readBase(before, options, { becomes, head });
  const usage = await readUsage(options.usage);
  const operations = knownOperations({
    trusted: await readTrusted(workingTree, options.operations),
    formerlyTrusted: await readFormerlyTrusted(before, options.operations),
    recorded: usage?.operations,
    schemas: [base, head].flatMap(({ composed }) => composed?.api ?? []),
  });

  const now = new Date();
  const found = [...(await checkChange({ base, head, operations })), ...oldUsage(usage, options.usage, now)];
  const judgement = approve(found, await readApprovals(options.approvals), now.toISOString().slice(0, 10));
  const milliseconds = performance.now() - started;
  return { base: before.name, head: workingTree.name, ...judgement, operations, milliseconds };
}

type Head = { becomes: Sources; head: Graph };

/** What cannot be read any more can only be mended by a change, which is checked as far as that goes. */
async function readBase(files: Files, declaration: Declaration, { becomes, head }: Head): Promise<Graph> {
  try {
    const was = await readSources(files, declaration);
    return isDeepStrictEqual(was, becomes) ? head : buildGraph(was);
  } catch (error) {
    if (!(error instanceof StartupError)) throw error;
    const message = error.message.split('\n', 1)[0] ?? '';
    return {
      subgraphs: [],
      composed: undefined,
      problems: [{ level: 'error', code: 'NO_GRAPH', message, places: [] }],
    };
  }
}
