import { join } from 'node:path';
import { freePort } from '@nexus/kit/free-port';
import { buildImage } from './build-image.ts';
import type { ComposeService, Services } from './compose-file.ts';
import { type Container, type RunningContainer, startContainer, waitUntilDone, waitUntilHealthy } from './container.ts';
import { readRecipe } from './dockerfile.ts';
import { type Addresses, relocate, replacePostgres, replaceRedis } from './servers.ts';

export type Replay = { folder: string; resources: AsyncDisposableStack; tell: (step: string) => void };
export type Running = { containers: RunningContainer[]; addresses: Addresses };
type Image = Pick<Container, 'name' | 'recipe' | 'root'>;

/** `docker compose build`: every service that has a recipe, each in a folder of its own. */
export async function buildImages(services: Services, { folder, tell }: Replay): Promise<Image[]> {
  const images: Image[] = [];
  for (const [name, { build }] of Object.entries(services)) {
    if (!build) continue;
    const recipe = await readRecipe(build.dockerfile, build.target, build.args);
    const root = join(folder, name);
    await buildImage(recipe, root, (step) => tell(`${name}: ${step}`));
    images.push({ name, recipe, root });
  }
  return images;
}

/** `docker compose up`: starts all in the order of their conditions and waits for health checks and jobs. */
export async function composeUp(services: Services, images: Image[], replay: Replay): Promise<Running> {
  const addresses = await findAddresses(services, replay);
  const containers: RunningContainer[] = [];
  for (const name of inOrder(services)) {
    const image = images.find((image) => image.name === name);
    const service = services[name];
    if (!image || !service) continue;
    const environment = environmentOf(image, service, addresses);
    const container = await start({ ...image, environment, graceMs: service.stop_grace_period }, replay);
    if (!isJob(name, services)) containers.push(container);
  }
  return { containers, addresses };
}

/** Names of services, each after those it depends on. */
export function inOrder(services: Services): string[] {
  const ordered = new Set<string>();
  const add = (name: string) => {
    for (const needed of Object.keys(services[name]?.depends_on ?? {})) if (!ordered.has(needed)) add(needed);
    ordered.add(name);
  };
  for (const name of Object.keys(services)) add(name);
  return [...ordered];
}

async function findAddresses(services: Services, { folder, resources, tell }: Replay): Promise<Addresses> {
  const addresses: Addresses = {};
  for (const [name, service] of Object.entries(services)) {
    if (service.build) addresses[name] = `http://127.0.0.1:${await freePort()}`;
    else if (name === 'postgres') addresses[name] = await replacePostgres(service, folder, resources);
    else if (name === 'redis') addresses[name] = await replaceRedis(folder, resources);
    if (service.image)
      tell(`${name}: ${addresses[name] ? "this machine's" : 'left out, not installed,'} for ${service.image}`);
  }
  return addresses;
}

async function start(container: Container, { resources, tell }: Replay): Promise<RunningContainer> {
  const startedAt = performance.now();
  const running = await startContainer(container, resources);
  const { name, recipe } = container;
  await (recipe.healthcheck ? waitUntilHealthy(running) : waitUntilDone(running));
  const state = recipe.healthcheck ? 'healthy' : 'done';
  tell(`${name}: ${state} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
  return running;
}

function environmentOf({ name, recipe }: Image, service: ComposeService, addresses: Addresses): Record<string, string> {
  const { port } = new URL(addresses[name] ?? '');
  return relocate({ ...recipe.environment, ...service.environment }, addresses, port);
}

const isJob = (name: string, services: Services) =>
  Object.values(services).some(({ depends_on }) => depends_on[name]?.condition === 'service_completed_successfully');
