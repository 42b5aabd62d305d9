import { randomUUID } from 'node:crypto';
import type { Logger } from '../log.ts';
import { connectRedis } from '../redis.ts';
import { HOT_SECONDS, type HotChange, type HotEntry, type HotQuestion, type HotStore } from './store.ts';

// One slot of a cluster: scripts touch several keys.
const CLOCK = '{hot}:clock';
/** There while nothing of the last minute is missing; a flush takes it along. */
const COMPLETE = '{hot}:complete';
/** Who is filling; a flush takes it along, and they begin anew. */
const FILLING = '{hot}:filling';

const WINDOW = HOT_SECONDS * 1_000_000;
/** More at once might take Redis longer than it is waited for. */
const PUT_AT_ONCE = 1_000;

/** Positions are microseconds by the clock of Redis, but never the same twice and never going back. */
const PUT = `
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local at = math.max(now, tonumber(redis.call('GET', KEYS[1])) or 0)
for i = 4, #KEYS do
  at = at + 1
  redis.call('ZADD', KEYS[i], string.format('%.0f', at), ARGV[i])
  redis.call('ZREMRANGEBYSCORE', KEYS[i], '-inf', string.format('%.0f', now - ARGV[1]))
  redis.call('PEXPIRE', KEYS[i], ARGV[1] / 1000)
end
redis.call('SET', KEYS[1], string.format('%.0f', at))
if ARGV[2] ~= '' and redis.call('GET', KEYS[3]) == ARGV[2] then redis.call('SET', KEYS[2], 1) end
return 1`;

const READ = `
if redis.call('EXISTS', KEYS[1]) == 0 then return false end
local time = redis.call('TIME')
local oldest = time[1] * 1000000 + time[2] - ARGV[1]
local found = {}
for i = 2, #KEYS do
  local after = string.format('(%.0f', math.max(oldest, tonumber(ARGV[i])))
  found[i - 1] = redis.call('ZRANGEBYSCORE', KEYS[i], after, '+inf', 'WITHSCORES')
end
return found`;

/** Hot changes that all processes share; whatever Redis does not answer within 100 ms counts as lost. */
export function createHotRedis(url: string, logger: Logger): HotStore {
  const redis = connectRedis(url, logger, 'what changed just now is asked of its owner at each request');
  let mayHaveLost = false;

  async function put(changes: readonly HotChange[], filling = ''): Promise<void> {
    const keys = [CLOCK, COMPLETE, FILLING, ...changes.map(({ key }) => keyOf(key))];
    // The third is a place holder: values and their keys have the same index.
    await redis.eval(PUT, keys.length, ...keys, WINDOW, filling, '', ...changes.map(({ value }) => value));
  }

  async function read(questions: readonly HotQuestion[]): Promise<HotEntry[][] | undefined> {
    const keys = [COMPLETE, ...questions.map(({ key }) => keyOf(key))];
    const after = questions.map((question) => question.after ?? 0);
    const answer = await redis.eval(READ, keys.length, ...keys, WINDOW, ...after);
    const found = answer as string[][] | null; // what the script returns
    return found?.map(toEntries);
  }

  return {
    put: async (changes) => {
      if (changes.length === 0) return;
      await put(changes).catch(() => {
        mayHaveLost = true;
      });
    },
    read: (questions) => read(questions).catch(() => undefined),
    refill: async (findAll) => {
      const isComplete = await redis.exists(COMPLETE).catch(() => undefined);
      if (isComplete === undefined || (isComplete && !mayHaveLost)) return;
      mayHaveLost = false;
      try {
        const filling = randomUUID();
        await redis.set(FILLING, filling);
        for (const piece of inPieces(await findAll())) await put(piece);
        await put([], filling);
      } catch (error) {
        mayHaveLost = true;
        throw error;
      }
    },
    close: () => redis.disconnect(),
  };
}

const keyOf = (key: string) => `{hot}:${key}`;

function inPieces(changes: readonly HotChange[]): HotChange[][] {
  const count = Math.ceil(changes.length / PUT_AT_ONCE);
  return Array.from({ length: count }, (_, piece) => changes.slice(piece * PUT_AT_ONCE, (piece + 1) * PUT_AT_ONCE));
}

/** Values and their positions in turn, as Redis gives a sorted set. */
function toEntries(flat: readonly string[]): HotEntry[] {
  return flat.flatMap((value, index) => (index % 2 === 0 ? [{ value, position: Number(flat[index + 1]) }] : []));
}
