import { events } from '@nexus/contracts/events';
import { roleUrl } from '@nexus/kit/migrations';
import { StartupError } from '@nexus/kit/startup-error';
import { gatewaySchema } from '../../scripts/schema-owners.ts';
import { startDatabase } from '../database.ts';
import { checkAnswersAgree } from './answers-agree.ts';
import { canMeasure, pinMyself } from './child.ts';
import { type ContenderName, type RunningContender, startContender, TITLES } from './contenders/contenders.ts';
import { learnFrom, teach } from './contenders/limit.ts';
import { type Graph, startGraph } from './graph/start.ts';
import { measure, type Sample } from './measure.ts';
import type { Mode, OperationName } from './operations.ts';
import { type Options, readOptions } from './options.ts';
import { tableOf } from './table.ts';

export type Result = { operation: OperationName; mode: Mode; contender: ContenderName; samples: Sample[] };

/** Measures our gateway beside others on one small graph and prints what a request costs each. */
export async function benchGateway(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const options = readOptions(args);
  if (!canMeasure()) throw new StartupError('This bench reads the processor time of other processes, on Linux only.');
  pinMyself(1);
  const graph = await startGraph(resources);
  const contenders: RunningContender[] = [];
  const usageUrl = options.only.includes('nexus-counting') ? await startUsageDatabase(resources) : undefined;
  for (const name of options.only) {
    tell(`starting ${TITLES[name]}`);
    contenders.push(await startContender(name, { ...options, file: graph.supergraphFile, usageUrl }, resources));
  }
  const results: Result[] = [];
  for (const operation of options.operations) {
    await prepare(contenders, graph, operation);
    for (const mode of options.modes)
      results.push(...(await runRounds(contenders, graph, { ...options, operation, mode })));
  }
  console.log(tableOf(results));
}

/** On the core that is not measured. */
async function startUsageDatabase(resources: AsyncDisposableStack): Promise<string> {
  const secret = 'for a database that lives as long as a measurement';
  const adminUrl = await startDatabase(resources, { secret, owners: [gatewaySchema], catalog: events });
  return roleUrl(adminUrl, secret, gatewaySchema.name);
}

async function prepare(contenders: readonly RunningContender[], graph: Graph, operation: OperationName): Promise<void> {
  const limit = contenders.find(({ name }) => name === 'limit');
  const gateways = contenders.filter((one) => one !== limit);
  await checkAnswersAgree(gateways, operation);
  const [model] = gateways;
  if (!limit) return;
  if (!model) throw new StartupError('The limit repeats the fetches of a gateway: name one more with --only.');
  await teach(limit, graph, { ...(await learnFrom(model, graph, operation)), operation });
}

/** What is called some hundred times has been compiled with optimization. */
const WARM_REQUESTS = 1_000;

/** Before each turn. Whoever was idle meanwhile has lost memory to the machine, or to its own collector, and takes it back. */
const LEAD_IN_SECONDS = 2;

/** Everyone in every round, so that what else the machine does at that time meets all of them. */
async function runRounds(
  contenders: readonly RunningContender[],
  graph: Graph,
  { rounds, seconds, warmUp, connections, operation, mode }: Options & { operation: OperationName; mode: Mode },
): Promise<Result[]> {
  const results = contenders.map(({ name }) => ({ operation, mode, contender: name, samples: [] as Sample[] }));
  const work = { operation, mode, connections };
  for (const one of contenders) await measure(one, graph, { ...work, seconds: warmUp, atLeast: WARM_REQUESTS });
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contender] of contenders.entries()) {
      await measure(contender, graph, { ...work, seconds: LEAD_IN_SECONDS });
      const sample = await measure(contender, graph, { ...work, seconds });
      results[index]?.samples.push(sample);
      tell(`${operation}, ${mode}, round ${round + 1}: ${sample.cpuMs.toFixed(2)} ms, ${TITLES[contender.name]}`);
    }
  }
  return results;
}

/** Progress goes beside the table, so that the output can be kept as it is. */
function tell(what: string): void {
  console.error(what);
}
