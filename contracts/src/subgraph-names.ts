/** Every subgraph, in the order of their ports behind the gateway's: a new one comes last. */
export const SUBGRAPHS = ['users', 'posts', 'interactions'] as const;

export type SubgraphName = (typeof SUBGRAPHS)[number];

/** Something for each subgraph, by its place among them. */
export function bySubgraph<Value>(toValue: (name: SubgraphName, place: number) => Value): Record<SubgraphName, Value> {
  // Object.fromEntries forgets what the keys are.
  return Object.fromEntries(SUBGRAPHS.map((name, place) => [name, toValue(name, place)])) as Record<
    SubgraphName,
    Value
  >;
}
