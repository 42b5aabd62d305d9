import { parentPort, workerData } from 'node:worker_threads';
import { reasonOf } from '@nexus/kit/reasons';
import { composeSupergraph } from './compose-supergraph.ts';
import { printProblem } from './problem.ts';

/** What a composition thread answers: the supergraph, or why there is none in one line. */
export type CompositionAnswer = { supergraph: string } | { reason: string };

// The body of a composition thread: composing is synchronous and takes seconds for a large graph.
parentPort?.postMessage(await compose(String(workerData)).catch((error) => ({ reason: inOneLine(reasonOf(error)) })));

async function compose(configFile: string): Promise<CompositionAnswer> {
  const { supergraph, problems } = await composeSupergraph(configFile);
  if (supergraph !== undefined) return { supergraph };
  const [first, ...others] = problems.filter(({ level }) => level === 'error').map(printProblem);
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return { reason: `The subgraphs of ${configFile} do not compose: ${inOneLine(first ?? '')}${more}` };
}

function inOneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
