import type { Scenario } from './scenario.ts';
import { POSTGRES_SCENARIOS } from './scenarios/postgres.ts';
import { PROCESS_SCENARIOS } from './scenarios/processes.ts';
import { REDIS_SCENARIOS } from './scenarios/redis.ts';

/** Everything that is done to the product. */
export const SCENARIOS: readonly Scenario[] = [...POSTGRES_SCENARIOS, ...REDIS_SCENARIOS, ...PROCESS_SCENARIOS];
