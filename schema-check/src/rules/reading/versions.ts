import type { Change, Composed } from '../../change.ts';

/** The supergraph as it was and as it becomes. */
export type Versions = { base: Composed; head: Composed };

/** Both versions of a change; undefined when one of them does not compose. */
export function versionsOf({ base, head }: Change): Versions | undefined {
  return base.composed && head.composed && { base: base.composed, head: head.composed };
}
