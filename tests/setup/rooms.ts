import type { Run, Thing } from '../authorization/world.ts';

/** What tests of the whole graph must know of a subgraph that is not in their world already. */
export type Room = {
  /** Puts something of every type with an id into the world, and says who sees it. */
  furnish(run: Run): Promise<Thing[]>;
  /** What a viewer may ask of it: fields of Viewer. */
  own: string;
};

export const ROOMS: readonly Room[] = [];
