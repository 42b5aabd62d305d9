import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Network, startNetwork } from './network.ts';
import { type Nexus, newSecret, type Shape, startNexus } from './nexus.ts';
import { type Postgres, startPostgres } from './postgres.ts';
import { type Redis, startRedis } from './redis.ts';

/** The product on servers of its own, with a bad network between them where it is wanted. */
export type Stand = {
  nexus: Nexus;
  postgres: Postgres;
  toPostgres: Network;
  /** Undefined where no Redis is installed. */
  redis: Redis | undefined;
  toRedis: Network | undefined;
} & AsyncDisposable;

export type StandOptions = {
  shape: Shape;
  postgresSettings?: Record<string, string>;
  nodeOptions?: readonly string[];
  env?: Readonly<Record<string, string>>;
};

/** Starts all of it; everything leaves with the scope. */
export async function startStand(options: StandOptions): Promise<Stand> {
  await using resources = new AsyncDisposableStack();
  const directory = await mkdtemp(join(tmpdir(), 'nexus-chaos-'));
  resources.defer(() => rm(directory, { recursive: true, force: true }));
  const postgres = await startPostgres(directory, options.postgresSettings);
  resources.defer(() => postgres.stop());
  const toPostgres = await startNetwork(postgres);
  resources.defer(() => toPostgres.close());
  const redis = await startRedis();
  if (redis) resources.defer(() => redis.kill());
  const toRedis = redis && (await startNetwork(redis));
  if (toRedis) resources.defer(() => toRedis.close());

  const nexus = await startNexus({
    shape: options.shape,
    databaseUrl: postgres.urlBy(toPostgres.port),
    redisUrl: toRedis && `redis://127.0.0.1:${toRedis.port}`,
    secret: newSecret(),
    nodeOptions: options.nodeOptions ?? [],
    env: options.env ?? {},
  });
  resources.defer(() => nexus.stop());
  const owned = resources.move();
  return { nexus, postgres, toPostgres, redis, toRedis, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}
