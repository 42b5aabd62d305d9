import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { port, readEnv, readEnvFile, toggle, webUrl } from '@nexus/kit/env';
import { z } from 'zod';
import { bySubgraph, SUBGRAPHS, type SubgraphName } from './subgraph-names.ts';

const DEFAULT_PORT = 4000;
/** All services of a checkout share these, whichever folder npm starts them in. */
const HOUSE_DATA = fileURLToPath(new URL('../../.data', import.meta.url));
const HOUSE_ENV = fileURLToPath(new URL('../../.env', import.meta.url));

// Paths are appended to it: a slash at its end would double.
const origin = webUrl.transform((url) => url.replace(/\/+$/, ''));

export type Settings = ReturnType<typeof readSettings>;

const VARIABLES = {
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(DEFAULT_PORT),
  ...ofEach('PORT', port.optional()),
  ...ofEach('URL', origin.optional()),
  TRUSTED_PROXIES: z.string().refine(areNetworks, 'it lists addresses or networks: 10.0.0.0/8,::1').optional(),
  TRUSTED_DOCUMENTS: z.enum(['off', 'log', 'enforce']).default('off'),
  POINTS_PER_SECOND: z.coerce.number().int().min(0).default(100),
  POINTS_MAXIMUM: z.coerce.number().int().min(1).default(20_000),
  VARIANT: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/, 'it names a variant of variants.yaml')
    .optional(),
  USAGE: toggle.optional(),
  USAGE_SAMPLE_RATE: z.coerce.number().gt(0).max(1).default(1),
  USAGE_RETENTION_DAYS: z.coerce.number().int().min(1).max(3_650).default(90),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'it must look like postgres://user:password@host:5432/database' })
    .optional(),
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: 'it must look like redis://host:6379' }).optional(),
  DATA_DIR: z.string().optional(),
  DEMO_DATA: toggle.optional(),
  MIGRATE: toggle.default(true),
  NEXUS_SECRET: z.string().min(32, 'it needs at least 32 characters').optional(),
  ACCOUNT_GRACE_DAYS: z.coerce.number().int().min(0).max(365).default(30),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('warn'),
};

/** Every setting of Nexus, from the environment; see `.env.example` for what each means. */
export function readSettings() {
  readEnvFile(HOUSE_ENV);
  const env = readEnv(VARIABLES);
  const ports = bySubgraph((name, place) => env[variableOf(name, 'PORT')] ?? follow(env.PORT, place + 1));
  const urls = bySubgraph((name) => env[variableOf(name, 'URL')] ?? `http://127.0.0.1:${ports[name]}`);
  return {
    environment: env.NODE_ENV === 'production' ? ('production' as const) : ('development' as const),
    host: env.HOST,
    port: env.PORT,
    ports,
    urls,
    trustedProxies: env.TRUSTED_PROXIES,
    trustedDocuments: env.TRUSTED_DOCUMENTS,
    // What one viewer may spend on operations; undefined: as much as they like.
    points:
      env.POINTS_PER_SECOND === 0 ? undefined : { pointsPerSecond: env.POINTS_PER_SECOND, maximum: env.POINTS_MAXIMUM },
    // Undefined: the whole graph.
    variant: env.VARIANT,
    // Whether operations are counted is undefined where nobody has said: everything in one process does, services do not.
    usage: { isOn: env.USAGE, sampleRate: env.USAGE_SAMPLE_RATE, retentionDays: env.USAGE_RETENTION_DAYS },
    databaseUrl: env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    dataDir: env.DATA_DIR === undefined ? HOUSE_DATA : fromCaller(env.DATA_DIR),
    // A database that somebody brought along, or means to work with, is not ours to fill with invented people.
    demoData: env.DEMO_DATA ?? (env.DATABASE_URL === undefined && env.NODE_ENV !== 'production'),
    migrate: env.MIGRATE,
    secret: env.NEXUS_SECRET,
    // For so long whoever wanted their account deleted may come back.
    accountGraceDays: env.ACCOUNT_GRACE_DAYS,
    logLevel: env.LOG_LEVEL,
  };
}

/** A path as the person at the terminal means it: npm starts scripts in other folders than the one they are in. */
export function fromCaller(path: string): string {
  return resolve(readEnv({ INIT_CWD: z.string().default('') }).INIT_CWD, path);
}

/** A variable for each subgraph: `USERS_PORT`. */
function ofEach<Suffix extends string, Schema>(suffix: Suffix, schema: Schema) {
  // Object.fromEntries forgets what the keys are.
  return Object.fromEntries(SUBGRAPHS.map((name) => [variableOf(name, suffix), schema])) as Record<
    Variable<Suffix>,
    Schema
  >;
}

type Variable<Suffix extends string> = `${Uppercase<SubgraphName>}_${Suffix}`;

function variableOf<Suffix extends string>(name: SubgraphName, suffix: Suffix): Variable<Suffix> {
  // What a string looks like in capitals is known to types alone.
  return `${name.toUpperCase() as Uppercase<SubgraphName>}_${suffix}`;
}

function areNetworks(list: string): boolean {
  return list.split(',').every((network) => {
    const [address = '', bits = '0'] = network.trim().split('/');
    return isIP(address) !== 0 && /^\d{1,3}$/.test(bits);
  });
}

/** Port 0 asks for any free port, for each of them. */
const follow = (gatewayPort: number, offset: number) => (gatewayPort === 0 ? 0 : gatewayPort + offset);
