import { events as catalog } from '@nexus/contracts/events';
import { listeners } from '@nexus/interactions/events';
import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { connect, type Database } from '@nexus/kit/database';
import { WAKE_UP, type WakeUp } from '@nexus/kit/events/boss';
import { openBus } from '@nexus/kit/events/bus';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { startDatabase } from '../database.ts';
import { measureDelays } from './measure-delays.ts';

const USAGE = 'Usage: npm run bench -- events [--events 100]';
const SECRET = 'a secret for benchmarks only, known to all';
const SERVICE = 'interactions';
const MIGRATIONS = new URL('../../subgraphs/interactions/migrations', import.meta.url);

const CONTENDERS: Readonly<Record<string, WakeUp>> = {
  'notified (ours)': WAKE_UP,
  'polling every second': { ...WAKE_UP, byNotification: false },
};

/** How long it takes from the telling of an event to its committed effect in another subgraph, on an idle machine. */
export async function benchEvents(args: string[], resources: AsyncDisposableStack): Promise<void> {
  const { values } = readCommandLine(USAGE, { args, options: { events: { type: 'string', default: '100' } } });
  const count = readNumber('--events', values.events, { from: 1, to: 100_000 });
  const url = await prepare(resources);
  console.log('| woken by | events | p50 ms | p95 ms | max ms |\n|---|--:|--:|--:|--:|');
  for (const [title, wakeUp] of Object.entries(CONTENDERS)) {
    const delays = await measure(url, wakeUp, count);
    const at = (share: number) => delays[Math.ceil(delays.length * share) - 1]?.toFixed(1);
    console.log(`| ${title} | ${delays.length} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
  }
}

async function prepare(resources: AsyncDisposableStack): Promise<string> {
  const owners = [{ name: SERVICE, migrations: MIGRATIONS }];
  const url = await startDatabase(resources, { secret: SECRET, owners, catalog });
  return roleUrl(url, SECRET, SERVICE);
}

async function measure(url: string, wakeUp: WakeUp, count: number): Promise<number[]> {
  await using resources = new AsyncDisposableStack();
  const database: Database = connect(url, { max: 3 });
  resources.defer(() => database.close());
  const logger = createLogger('bench', 'error');
  const bus = await openBus({ url, service: SERVICE, catalog, database, logger, wakeUp });
  resources.defer(() => bus.stop());
  await bus.listen(listeners);
  const delays = await measureDelays(bus, database, count);
  return delays.toSorted((a, b) => a - b);
}
