import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import { print } from 'graphql';
import type { Change, Graph } from '../../change.ts';
import { remembered } from './remembered.ts';

/** A subgraph as it was and as it becomes; undefined where it is not there. */
export type ChangedSubgraph = { name: string; before: ParsedSubgraph | undefined; after: ParsedSubgraph | undefined };

/** The subgraphs whose schemas say something else than before, be it in another layout. */
export function changedSubgraphs({ base, head }: Pick<Change, 'base' | 'head'>): ChangedSubgraph[] {
  const names = new Set([...base.subgraphs, ...head.subgraphs].map(({ name }) => name));
  return [...names]
    .map((name) => ({ name, before: named(base, name), after: named(head, name) }))
    .filter(({ before, after }) => (before && textOf(before)) !== (after && textOf(after)));
}

const named = ({ subgraphs }: Graph, name: string): ParsedSubgraph | undefined =>
  subgraphs.find((subgraph) => subgraph.name === name);

const textOf = remembered(({ document }: ParsedSubgraph): string => print(document));
