import { print, type SelectionSetNode } from 'graphql';
import { changedSubgraphs } from '../reading/changed-subgraphs.ts';
import { elementsOf } from '../reading/elements.ts';
import { subgraphOf } from '../reading/subgraph.ts';
import { tell } from '../tell.ts';
import type { Trap } from './traps.ts';

/** A way to an entity that is closed: nobody else can reach the fields that a subgraph has of it by that key. */
export const lostKeys: Trap = ({ base, head, ...change }) =>
  changedSubgraphs({ base, head }).flatMap(({ before, after }) => {
    if (!before || !after) return [];
    const types = [...elementsOf(base).values()].flatMap((elements) =>
      elements
        .filter(({ node, type, subgraph }) => node === type && subgraph === before)
        .map(({ coordinate }) => coordinate),
    );
    return [...new Set(types)].flatMap((type) => {
      const left = subgraphOf(after).keysOf(type).map(textOf);
      const lost = subgraphOf(before)
        .keysOf(type)
        .map(textOf)
        .filter((key) => !left.includes(key));
      const isThere = subgraphOf(after).schema.getType(type) !== undefined;
      return lost
        .filter(() => isThere)
        .map((key) =>
          tell(
            { base, head, ...change },
            {
              code: 'KEY_REMOVED',
              severity: 'warning',
              message: `${before.name} no longer finds a ${type} by ${key}.`,
              remedy: 'Keep the key, resolvable, until no gateway uses it any more; add the new one beside it first.',
              coordinate: type,
            },
          ),
        );
    });
  });

const textOf = (key: SelectionSetNode): string => print(key).slice(1, -1).trim().replace(/\s+/g, ' ');
