import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { childEnvironment } from '../../setup/child-environment.ts';
import { freePortBlock } from '../../setup/free-port-block.ts';
import { createService, type Service } from './service.ts';

/** All of it in one process, or each service in its own. */
export type Shape = 'one' | 'four';

export type Nexus = {
  shape: Shape;
  gateway: string;
  /** By name: `nexus`, or `users`, `posts`, `interactions` and `gateway`. */
  service(name: string): Service;
  services: readonly Service[];
  stop(): Promise<void>;
};

export type Settings = {
  shape: Shape;
  databaseUrl: string;
  redisUrl: string | undefined;
  secret: string;
  /** Options of Node for every process, and variables for them. */
  nodeOptions: readonly string[];
  env: Readonly<Record<string, string>>;
};

const house = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const SERVICES: Record<Shape, { name: string; script: string; ready: string }[]> = {
  one: [{ name: 'nexus', script: house('scripts/start.ts'), ready: 'Ctrl-C' }],
  four: [
    ...SUBGRAPHS.map((name) => ({
      name,
      script: house(`subgraphs/${name}/src/main.ts`),
      ready: 'Ctrl-C',
    })),
    { name: 'gateway', script: house('gateway/src/main.ts'), ready: 'Ctrl-C' },
  ],
};

/** Starts the product on the given Postgres and Redis. */
export async function startNexus(settings: Settings): Promise<Nexus> {
  const { shape, nodeOptions } = settings;
  const port = await freePortBlock();
  const env = environmentOf(settings, port);
  const services = SERVICES[shape].map((command) => createService({ ...command, env, nodeOptions }));
  const stop = async () => {
    await Promise.all(services.map((service) => service.stop()));
  };
  try {
    for (const service of services) await service.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    shape,
    gateway: `http://127.0.0.1:${port}`,
    service: (name) => {
      const found = services.find((service) => service.name === name);
      if (!found) throw new Error(`there is no ${name} in this shape`);
      return found;
    },
    services,
    stop,
  };
}

function environmentOf({ databaseUrl, redisUrl, secret, env }: Settings, port: number): Record<string, string> {
  return {
    ...childEnvironment(),
    PORT: String(port),
    DATABASE_URL: databaseUrl,
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
    NEXUS_SECRET: secret,
    DEMO_DATA: 'off',
    // Clients here are faster than people.
    POINTS_PER_SECOND: '0',
    LOG_LEVEL: 'error',
    ...env,
  };
}

/** A secret for one run. */
export const newSecret = (): string => randomBytes(32).toString('base64url');
