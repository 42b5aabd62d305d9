import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readIgnored } from '../deploy/replay/build-image.ts';
import { readComposeFile, type Services, variablesOf } from '../deploy/replay/compose-file.ts';
import { inOrder } from '../deploy/replay/compose-up.ts';
import { type Recipe, readRecipe } from '../deploy/replay/dockerfile.ts';

const COMPOSE = 'docker-compose.yml';
const SECRETS = { NEXUS_SECRET: 'a secret of this test, known to everybody', POSTGRES_PASSWORD: 'abc123' };

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

async function recipesOf(services: Services): Promise<(Recipe & { name: string })[]> {
  const recipes: (Recipe & { name: string })[] = [];
  for (const [name, { build, environment }] of Object.entries(services)) {
    if (!build) continue;
    const recipe = await readRecipe(build.dockerfile, build.target, build.args);
    recipes.push({ ...recipe, name, environment: { ...recipe.environment, ...environment } });
  }
  return recipes;
}
