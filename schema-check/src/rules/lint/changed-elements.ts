import { print } from 'graphql';
import type { Change } from '../../change.ts';
import { type Element, elementsOf } from '../reading/elements.ts';

/** A definition that a change wrote or rewrote; `before` is how the same subgraph had it, or another one word for word. */
export type ChangedElement = Element & { before: Element | undefined };

/** What a change wrote: nobody is asked to tidy up what others left behind. */
export function changedElements({ base, head }: Pick<Change, 'base' | 'head'>): ChangedElement[] {
  const known = elementsOf(base);
  return [...elementsOf(head)].flatMap(([coordinate, elements]) =>
    elements.flatMap((element) => {
      const others = known.get(coordinate) ?? [];
      const same = others.find(({ node }) => print(node) === print(element.node));
      const before = others.find(({ subgraph }) => subgraph.name === element.subgraph.name) ?? same;
      return before && print(before.node) === print(element.node) ? [] : [{ ...element, before }];
    }),
  );
}
