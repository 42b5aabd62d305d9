import { print, type SelectionSetNode } from 'graphql';
import type { Finding } from '../../finding.ts';
import { type ChangedSubgraph, changedSubgraphs } from '../reading/changed-subgraphs.ts';
import { subgraphOf } from '../reading/subgraph.ts';
import { tell } from '../tell.ts';
import type { ComposedChange, Trap } from './traps.ts';

/** A way to an entity that is closed: nobody else can reach the fields that a subgraph has of it by that key. */
export const lostKeys: Trap = (change) =>
  changedSubgraphs(change).flatMap((subgraph) => lostIn(subgraph).map((lost) => findingOf(change, lost)));

type LostKey = { subgraph: string; type: string; key: string };

function lostIn({ name, before, after }: ChangedSubgraph): LostKey[] {
  if (!before || !after) return [];
  const [was, is] = [subgraphOf(before), subgraphOf(after)];
  const types = Object.keys(was.schema.getTypeMap()).filter((type) => is.schema.getType(type) !== undefined);
  return types.flatMap((type) => {
    const left = is.keysOf(type).map(textOf);
    const lost = was.keysOf(type).map(textOf);
    return lost.filter((key) => !left.includes(key)).map((key) => ({ subgraph: name, type, key }));
  });
}

const findingOf = (change: ComposedChange, { subgraph, type, key }: LostKey): Finding =>
  tell(change, {
    code: 'KEY_REMOVED',
    severity: 'warning',
    message: `${subgraph} no longer finds a ${type} by ${key}.`,
    remedy: 'Keep the key, resolvable, until no gateway uses it any more; add the new one beside it first.',
    coordinate: type,
  });

const textOf = (key: SelectionSetNode): string => print(key).slice(1, -1).trim().replace(/\s+/g, ' ');
