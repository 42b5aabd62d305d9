import { connect, type Database } from '../database.ts';
import { LIVE } from './contract.ts';

/** What a lane may take for itself: how many jobs its worker of one event holds, and on which connections they run. */
export type Lane = { batch: number; database: Database };

const LIVE_BATCH = 20;
/** Two at a time, one after the other on one connection. Trap: with one, pg-boss pauses after every job. */
const SLOW_BATCH = 2;
/** Connections of each lane besides the live one. */
export const LANE_POOL = 1;

export type Lanes = { of(lane: string | undefined): Lane; close(): Promise<void> };

/** The lanes of one service: the live one on the given connections, every other one on a connection of its own. */
export function openLanes(url: string, live: Database): Lanes {
  const lanes = new Map<string, Lane>([[LIVE, { batch: LIVE_BATCH, database: live }]]);
  return {
    of: (name = LIVE) => {
      const lane = lanes.get(name) ?? { batch: SLOW_BATCH, database: connect(url, { max: LANE_POOL }) };
      lanes.set(name, lane);
      return lane;
    },
    close: async () => {
      for (const [name, { database }] of lanes) if (name !== LIVE) await database.close();
    },
  };
}
