import type { FetchNode, PlanNode } from '@apollo/query-planner';

/** The steps that follow from a step, whatever they wait for. */
export function nextSteps(node: PlanNode): PlanNode[] {
  switch (node.kind) {
    case 'Fetch':
      return [];
    case 'Flatten':
      return [node.node];
    case 'Condition':
      return [node.ifClause, node.elseClause].filter((step) => step !== undefined);
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)].filter((step) => step !== undefined);
    case 'Sequence':
    case 'Parallel':
      return node.nodes;
  }
}

/** All fetches of a plan. */
export function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  if (!node) return [];
  return node.kind === 'Fetch' ? [node] : nextSteps(node).flatMap(fetchesOf);
}
