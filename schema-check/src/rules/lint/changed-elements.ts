import { print } from 'graphql';
import type { Change } from '../../change.ts';
import { type Element, elementsOf } from '../reading/elements.ts';

/** A definition that a change wrote or rewrote; `before` is how the same subgraph had it. */
export type ChangedElement = Element & { before: Element | undefined };

/** What a change wrote: nobody is asked to tidy up what others left behind. */
export function changedElements({ base, head }: Pick<Change, 'base' | 'head'>): ChangedElement[] {
  const known = elementsOf(base);
  return [...elementsOf(head)].flatMap(([coordinate, elements]) =>
    elements.flatMap((element) => {
      const before = known.get(coordinate)?.find(({ subgraph }) => subgraph.name === element.subgraph.name);
      return before && print(before.node) === print(element.node) ? [] : [{ ...element, before }];
    }),
  );
}
