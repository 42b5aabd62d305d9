import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';
import { type Fetch, readFetch } from './fetch-operation.ts';
import { fixedTypeOf, textsOfFixedTypes } from './fixed-types.ts';
import { compilePath, type ResponsePath } from './paths.ts';

/** A fetch and how it stands to the other fetches of its plan. */
export type PlannedFetch = {
  node: FetchNode;
  fetch: Fetch;
  path: ResponsePath;
  /** The type of all objects at the path, which then do not say it; undefined where they do. */
  fixedType: string | undefined;
  /** The number under which other fetches of the plan ask the same; undefined when this is the only one. */
  memo: number | undefined;
  /** Another fetch adds to the same nested objects. */
  isUnshared: boolean;
};

type Found = Pick<PlannedFetch, 'node' | 'fetch' | 'path' | 'fixedType'>;

export type PlannedFetches = {
  of(node: FetchNode): PlannedFetch | undefined;
  /** Whether a fetch fills the objects at a path of keys of this name. */
  isEntityPath(name: string): boolean;
};

/** All fetches of a plan over a supergraph. */
export function readFetches(root: PlanNode, types: SupergraphTypes, isMutation: boolean): PlannedFetches {
  const placed = fetchesOf(root, []);
  const texts = textsOfFixedTypes(placed, types);
  const found = placed.map(({ node, path }, index) => ({
    node,
    fetch: readFetch({ ...node, operation: texts?.[index] ?? node.operation }, isMutation),
    path: compilePath(path),
    fixedType: texts && fixedTypeOf(node),
  }));
  const entities = found.filter(({ node }) => node.requires);
  const groups = [...Map.groupBy(entities, ({ fetch }) => fetch.signature).values()].filter(({ length }) => length > 1);
  const fetches = new Map(
    found.map((one) => {
      // In a mutation the same question has another answer after each change.
      const group = isMutation ? -1 : groups.findIndex((members) => members.includes(one));
      return [one.node, { ...one, memo: group === -1 ? undefined : group, isUnshared: isJoined(one, found) }];
    }),
  );
  const entityPaths = new Set(entities.map(({ path }) => path.name));
  return { of: (node) => fetches.get(node), isEntityPath: (name) => entityPaths.has(name) };
}

type Placed = { node: FetchNode; path: (string | number)[] };

function fetchesOf(node: PlanNode | undefined, path: (string | number)[]): Placed[] {
  switch (node?.kind) {
    case 'Fetch':
      return [{ node, path }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...node.path]);
    case 'Condition':
      return [...fetchesOf(node.ifClause, path), ...fetchesOf(node.elseClause, path)];
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((one) => fetchesOf(one, path));
    default:
      return [];
  }
}

/** Whether another fetch fills a nested object of the same objects. */
function isJoined(one: Found, all: readonly Found[]): boolean {
  return all.some(
    (other) =>
      other !== one && other.path.name === one.path.name && !other.fetch.branches.isDisjointFrom(one.fetch.branches),
  );
}
