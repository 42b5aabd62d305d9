import type { PlanNode } from '@apollo/query-planner';
import { fetchesOf, nextSteps } from '../reading/fetches.ts';

/** What a plan costs its operation: subgraphs asked one after the other, requests in all, whom it depends on. */
export type PlanShape = { hops: number; fetches: number; subgraphs: readonly string[]; words: string };

/** Measures a plan; of conditions, with all that may be asked. */
export function shapeOf(node: PlanNode | undefined): PlanShape {
  const fetches = fetchesOf(node);
  return {
    hops: node ? hopsOf(node) : 0,
    fetches: fetches.length,
    subgraphs: [...new Set(fetches.map(({ serviceName }) => serviceName))].sort(),
    words: node ? wordsOf(node) : 'nothing',
  };
}

function hopsOf(node: PlanNode): number {
  if (node.kind === 'Fetch') return 1;
  const hops = nextSteps(node).map(hopsOf);
  return node.kind === 'Sequence' ? hops.reduce((sum, hop) => sum + hop, 0) : Math.max(0, ...hops);
}

/** `posts > [users | interactions]`: posts first, then the others at once. */
function wordsOf(node: PlanNode): string {
  if (node.kind === 'Fetch') return node.serviceName;
  const words = nextSteps(node).map(wordsOf);
  if (node.kind === 'Sequence') return words.join(' > ');
  return words.length > 1 ? `[${words.join(' | ')}]` : words.join();
}
