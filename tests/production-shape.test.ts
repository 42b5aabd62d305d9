import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { DRAIN_MS as GATEWAY_DRAIN_MS } from '@nexus/gateway/http/drain';
import { DRAIN_MS } from '@nexus/kit/process';
import { CONNECTIONS } from '@nexus/kit/server';
import { expect, test } from 'vitest';
import { readIgnored } from '../deploy/replay/build-image.ts';
import { readComposeFile, type Services, variablesOf } from '../deploy/replay/compose-file.ts';
import { inOrder } from '../deploy/replay/compose-up.ts';
import { type Recipe, readRecipe } from '../deploy/replay/dockerfile.ts';

const COMPOSE = 'docker-compose.yml';
const SECRETS = { NEXUS_SECRET: 'a secret of this test, known to everybody', POSTGRES_PASSWORD: 'abc123' };

/** For superusers, and for the migration that runs beside the services. */
const RESERVED_CONNECTIONS = 3 + 5;

const services = await readComposeFile(COMPOSE, SECRETS);
const built = await recipesOf(services);
const documented = [...readFileSync('.env.example', 'utf8').matchAll(/^#([A-Z_]+)=/gm)].map(([, name]) => name);

test('every variable that the compose file reads or sets is in .env.example', () => {
  const read = variablesOf(readFileSync(COMPOSE, 'utf8')).map(({ name }) => name);
  const set = built.flatMap(({ environment }) => Object.keys(environment));

  expect(documented).toEqual(expect.arrayContaining([...read, ...set]));
});

test('secrets have no default', async () => {
  const secrets = variablesOf(readFileSync(COMPOSE, 'utf8')).filter(({ name }) => /SECRET|PASSWORD/.test(name));

  expect(new Set(secrets.map(({ name }) => name))).toEqual(new Set(Object.keys(SECRETS)));
  expect(secrets.every(({ isRequired }) => isRequired)).toBe(true);
  await expect(readComposeFile(COMPOSE, {})).rejects.toThrow(/NEXUS_SECRET/);
});

test('each image has all manifests, what its command needs, and no rights', async () => {
  const isIgnored = await readIgnored('.dockerignore');
  const manifests = globSync('{gateway,kit,contracts,subgraphs/*}/package.json');

  for (const { name, steps, command, directory, user } of built) {
    const sources = steps.flatMap((step) => (step.does === 'copy' ? step.sources : []));
    const program = join(directory, command.at(-1) ?? '').replace('/app/', '');
    expect(sources, name).toEqual(expect.arrayContaining(['package-lock.json', ...manifests]));
    expect(sources.filter((source) => !existsSync(source) || isIgnored(source))).toEqual([]);
    expect(existsSync(program) && sources.some((source) => program.startsWith(`${source}/`)), program).toBe(true);
    expect(user).toBe('node');
  }
});

test('secrets, data and installed packages of this machine stay out of the images', async () => {
  const isIgnored = await readIgnored('.dockerignore');

  expect(
    ['.env', '.data', '.git', 'node_modules', 'gateway/node_modules', 'data'].filter((path) => !isIgnored(path)),
  ).toEqual([]);
});

test('what others wait for has a health check or runs to its end', () => {
  for (const { depends_on } of Object.values(services)) {
    for (const [name, { condition }] of Object.entries(depends_on)) {
      const healthcheck = services[name]?.healthcheck ?? built.find((image) => image.name === name)?.healthcheck;
      if (condition === 'service_healthy') expect(healthcheck, name).toBeDefined();
      if (condition === 'service_completed_successfully') expect(healthcheck, name).toBeUndefined();
    }
  }
  const order = inOrder(services);
  expect(order.indexOf('postgres')).toBeLessThan(order.indexOf('migrate'));
  expect(order.at(-1)).not.toBe('migrate');
});

test('the gateway alone is reachable, from this machine; the migration alone signs in as owner', () => {
  const published = Object.entries(services).filter(([, { ports }]) => ports.length > 0);
  const owners = Object.entries(services).filter(([, { environment }]) =>
    /\/\/.*@/.test(environment.DATABASE_URL ?? ''),
  );

  expect(published.map(([name, { ports }]) => [name, ports])).toEqual([['gateway', ['127.0.0.1:4000:4000']]]);
  expect(owners.map(([name]) => name)).toEqual(['migrate']);
});

test('whoever waits for something to stop waits longer than it takes', () => {
  const graces = Object.entries(services).filter(([name, { build }]) => build && name !== 'migrate');

  expect(GATEWAY_DRAIN_MS).toBeLessThan(DRAIN_MS);
  for (const [name, { stop_grace_period }] of graces) expect(stop_grace_period, name).toBeGreaterThan(DRAIN_MS);
});

test('Postgres has connections for two of every subgraph, and the manual says how many one takes', () => {
  const subgraphs = Object.values(services).filter(({ environment }) => environment.MIGRATE === 'off');
  const allowed = Number(services.postgres?.command.join(' ').match(/max_connections=(\d+)/)?.[1]);

  expect(subgraphs).toHaveLength(SUBGRAPHS.length);
  expect(allowed).toBeGreaterThan(2 * subgraphs.length * CONNECTIONS + RESERVED_CONNECTIONS);
  expect(readFileSync('docs/operations.md', 'utf8')).toContain(`takes up to ${CONNECTIONS} connections`);
});

test('the gateway is told of proxies where there are any, and has nothing to do with Redis', async () => {
  const proxied = await readComposeFile(COMPOSE, { ...SECRETS, TRUSTED_PROXIES: '10.0.0.0/8' });

  expect(services.gateway?.environment.TRUSTED_PROXIES).toBe('');
  expect(proxied.gateway?.environment.TRUSTED_PROXIES).toBe('10.0.0.0/8');
  expect(services.gateway?.environment).not.toHaveProperty('REDIS_URL');
  expect(Object.keys(services.gateway?.depends_on ?? {})).toEqual(SUBGRAPHS);
});

async function recipesOf(services: Services): Promise<(Recipe & { name: string })[]> {
  const recipes: (Recipe & { name: string })[] = [];
  for (const [name, { build, environment }] of Object.entries(services)) {
    if (!build) continue;
    const recipe = await readRecipe(build.dockerfile, build.target, build.args);
    recipes.push({ ...recipe, name, environment: { ...recipe.environment, ...environment } });
  }
  return recipes;
}
