import { composeSubgraphs } from '@nexus/gateway/composition/compose-supergraph';
import type { SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { StartupError } from '@nexus/kit/startup-error';
import { checkChange } from '@nexus/schema-check/check';
import { buildGraph } from '@nexus/schema-check/graph/build-graph';
import { knownOperations } from '@nexus/schema-check/operations/known-operations';
import { changed, type LargerGraph, largerGraph } from './larger-graph.ts';
import { type Measured, tableOf } from './table.ts';

const USAGE = 'Usage: npm run bench -- schema [--sizes 1,2,5,10] [--rounds 3]';

const OPTIONS = {
  sizes: { type: 'string', default: '1,2,5,10' },
  rounds: { type: 'string', default: '3' },
} as const;

/** Checks a change of one subgraph in graphs of several sizes and prints what composition and the whole check take. */
export async function benchSchema(args: string[]): Promise<void> {
  const { values } = readCommandLine(USAGE, { args, options: OPTIONS });
  const sizes = values.sizes.split(',').map((size) => readNumber('--sizes', size, { from: 1, to: 50 }));
  const rounds = readNumber('--rounds', values.rounds, { from: 1, to: 100 });
  const measured: Measured[] = [];
  // What is loaded and compiled on first use is no part of the first size.
  await measure(await largerGraph(1), 1);
  for (const size of sizes) {
    console.error(`measuring ${size}x`);
    measured.push({ size, ...(await measure(await largerGraph(size), rounds)) });
  }
  console.log(tableOf(measured));
}

async function measure(graph: LargerGraph, rounds: number): Promise<Omit<Measured, 'size'>> {
  const head = changed(graph);
  const [composeMs, checkMs]: [number[], number[]] = [[], []];
  let types = 0;
  for (let round = 0; round < rounds; round += 1) {
    composeMs.push(await millisecondsOf(() => compose(head)));
    checkMs.push(
      await millisecondsOf(async () => {
        types = await check(graph, head);
      }),
    );
  }
  const bytes = graph.subgraphs.reduce((sum, { text }) => sum + text.length, 0);
  const { length: subgraphs } = graph.subgraphs;
  return { subgraphs, types, bytes, operations: graph.operations.length, composeMs, checkMs };
}

function compose(subgraphs: readonly SubgraphText[]): void {
  const { supergraph, problems } = composeSubgraphs(subgraphs);
  if (supergraph === undefined) throw new StartupError(`The larger graph does not compose: ${problems[0]?.message}`);
}

/** The whole check but for git, files and the report; returns how many types clients see. */
async function check({ subgraphs, operations }: LargerGraph, after: readonly SubgraphText[]): Promise<number> {
  const [base, head] = [buildGraph({ subgraphs, variants: {} }), buildGraph({ subgraphs: after, variants: {} })];
  const schemas = [base, head].flatMap(({ composed }) => composed?.api ?? []);
  const findings = await checkChange({
    base,
    head,
    operations: knownOperations({ trusted: operations, recorded: [], schemas }),
  });
  // A check that missed the change would be fast.
  if (!findings.some(({ code, coordinate }) => code === 'AUTHORIZATION_TIGHTENED' && coordinate === 'Post.text')) {
    throw new StartupError('The check did not find that Post.text takes a sign-in.');
  }
  return Object.keys(head.composed?.api.getTypeMap() ?? {}).length;
}

async function millisecondsOf(work: () => void | Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
