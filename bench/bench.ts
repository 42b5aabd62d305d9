/** Runs one measurement and prints its table: `npm run bench -- NAME [options]`. */
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';

type Bench = (args: string[], resources: AsyncDisposableStack) => Promise<void>;

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  counters: async () => (await import('./counters/counters-bench.ts')).benchCounters,
  dev: async () => (await import('./dev/dev-bench.ts')).benchDev,
  events: async () => (await import('./events/events-bench.ts')).benchEvents,
  gateway: async () => (await import('./gateway/gateway-bench.ts')).benchGateway,
  impressions: async () => (await import('./impressions/impressions-bench.ts')).benchImpressions,
  schema: async () => (await import('./schema/schema-bench.ts')).benchSchema,
  swap: async () => (await import('./swap/swap-bench.ts')).benchSwap,
  visibility: async () => (await import('./visibility/visibility-bench.ts')).benchVisibility,
};

// Leaving this way lets each process that was started be ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await runCommand(async (resources) => {
  const [name = '', ...args] = process.argv.slice(2);
  const load = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
  if (!load) throw new StartupError(`Which bench? npm run bench -- ${Object.keys(BENCHES).join(' | ')}`);
  const bench = await load();
  await bench(args, resources);
});
