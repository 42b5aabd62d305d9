import type { Shape } from './machinery/nexus.ts';
import type { Stand } from './machinery/stand.ts';
import type { Random } from './work/random.ts';

/** One fault, or several at once, and what it is done to. */
export type Scenario = {
  name: string;
  title: string;
  shape: Shape;
  needsRedis?: boolean;
  /** Does the harm and ends it; the product has to recover by itself. */
  fault(stand: Stand, random: Random): Promise<void>;
};
