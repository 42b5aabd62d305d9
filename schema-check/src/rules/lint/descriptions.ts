import { elementsOf } from '../reading/elements.ts';
import type { Lint } from './lint.ts';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/** Everything that clients see says what it is, in the subgraph of whoever owns it. */
export const descriptions: Lint = ({ node, coordinate, before }, { head }) => {
  if (ROOTS.has(coordinate) || (before && !hasDescription(before.node))) return [];
  const isDescribed = elementsOf(head)
    .get(coordinate)
    ?.some((element) => hasDescription(element.node));
  if (isDescribed || hasDescription(node)) return [];
  return [
    {
      code: 'LINT_DESCRIPTION_MISSING',
      severity: 'warning',
      message: `${coordinate} has no description.`,
      remedy: 'Say what its name does not: the limits, the order, when it is null.',
    },
  ];
};

const hasDescription = (node: object): boolean =>
  'description' in node && node.description !== undefined && node.description !== null;
