import { setTimeout as delay } from 'node:timers/promises';
import { type Entry, rateOf } from './history.ts';
import type { Operation, Person, World } from './operation.ts';
import { createRandom, type Random, seedOf } from './random.ts';
import { send } from './request.ts';
import { scriptOf } from './script.ts';

const DUPLICATES = 0.2;
const PAUSE_MS = 100;
/** So long a client asks again for what it does not know, once there is no fault any more. */
const STUBBORN_MS = 15_000;

export type Load = {
  history: readonly Entry[];
  /** Acknowledged requests per second, in the last so many milliseconds. */
  rate(lastMs: number): number;
  /** Lets every client end what it is at: asks again until it knows. */
  stop(): Promise<void>;
};

type Setting = { gateway: string; world: World; seed: number; title: string };

type Client = { number: number; person: Person; gateway: string; random: Random; history: Entry[]; end: End };
type End = { at: number | undefined };

/** Eight people at work, each with a script of their own; every fifth keyed request is sent twice at once. */
export function startLoad({ gateway, world, seed, title }: Setting): Load {
  const history: Entry[] = [];
  const end: End = { at: undefined };
  const clients = world.clients.map((person, number) => {
    const name = `${title}-${number}`;
    const random = createRandom(seedOf(seed, name));
    const client = { number, person, gateway, random: createRandom(seedOf(seed, `${name} sends`)), history, end };
    return work(client, scriptOf({ person, world, random, title: name }));
  });
  return {
    history,
    rate: (lastMs) => rateOf(history, performance.now() - lastMs, performance.now()),
    stop: async () => {
      end.at = performance.now();
      await Promise.all(clients);
    },
  };
}

async function work(client: Client, script: Generator<Operation, never>): Promise<void> {
  while (client.end.at === undefined) await perform(client, script.next().value);
}

/** Sends an operation until it is known what became of it, as a good client does. */
async function perform({ number, person, gateway, random, history, end }: Client, operation: Operation): Promise<void> {
  const isTwin = operation.isKeyed && random.chance(DUPLICATES);
  for (let attempt = 0; ; attempt += 1) {
    const copies = isTwin && attempt === 0 ? 2 : 1;
    const entries = await Promise.all(Array.from({ length: copies }, () => send(gateway, person, operation)));
    for (const entry of entries) history.push({ client: number, ...entry });
    const isKnown = entries.some(({ outcome }) => outcome !== 'unknown');
    const isLate = end.at !== undefined && performance.now() > end.at + STUBBORN_MS;
    if (isKnown || isLate || 'read' in operation.effect) return;
    await delay(PAUSE_MS);
  }
}
