/**
 * Replays docker-compose.yml and the Dockerfile where no container engine is at hand: `npm run replay`.
 *
 * Every service is built in a clean folder and runs as a process without rights; PostgreSQL and Redis are this
 * machine's. Then somebody signs up, publishes and reads, and all ends with the signal that an engine sends.
 */
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf } from '@nexus/kit/child-process';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { readComposeFile } from './replay/compose-file.ts';
import { buildImages, composeUp } from './replay/compose-up.ts';
import { type RunningContainer, stopContainer, tail } from './replay/container.ts';
import { expectRefusal, makeJourney } from './replay/journey.ts';

const startedAt = performance.now();
const tell = (step: string) => console.log(`${seconds().padStart(6)} s  ${step}`);
const seconds = () => ((performance.now() - startedAt) / 1_000).toFixed(1);

await runCommand(async (resources) => {
  const folder = await makeFolder(resources);
  const servers = resources.use(new AsyncDisposableStack());
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void leave(resources));
  await replay(folder, servers);
  await servers.disposeAsync();
  await expectNothingRuns(folder);
  tell('Everything was stopped and no process is left. This was a replay without a container engine.');
});

async function replay(folder: string, resources: AsyncDisposableStack): Promise<void> {
  const services = await readComposeFile('docker-compose.yml', {
    NEXUS_SECRET: randomBytes(32).toString('hex'),
    POSTGRES_PASSWORD: randomBytes(32).toString('hex'),
  });
  const images = await buildImages(services, { folder, resources, tell });
  const { containers, addresses } = await composeUp(services, images, { folder, resources, tell });

  tell(await makeJourney(addresses.gateway ?? '').catch((error) => quote(error, containers)));
  for (const { name } of containers.filter(({ name }) => name !== 'gateway'))
    await expectRefusal(addresses[name] ?? '');
  tell('The subgraphs refuse calls that the gateway has not signed.');

  for (const container of containers.toReversed()) {
    await stopContainer(container);
    tell(`${container.name}: stopped by SIGTERM`);
  }
}

/** Stopped half-way: what runs is stopped and the folder removed all the same. */
async function leave(resources: AsyncDisposableStack): Promise<void> {
  await resources.disposeAsync();
  process.exit(130);
}

async function quote(error: unknown, containers: RunningContainer[]): Promise<never> {
  for (const container of containers) console.error(`${container.name} said:\n${await tail(container)}`);
  throw error;
}

async function makeFolder(resources: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-replay-'));
  resources.defer(() => rm(folder, { recursive: true, force: true }));
  await chmod(folder, 0o755);
  return folder;
}

/** Every process of the replay has its folder in its command line. */
async function expectNothingRuns(folder: string): Promise<void> {
  const pids = (await readdir('/proc').catch(() => [])).map(Number).filter(Number.isInteger);
  const commands = await Promise.all(pids.map(commandOf));
  const left = commands.filter((command) => command?.includes(folder));
  if (left.length > 0) throw new StartupError(`Still running:\n${left.join('\n')}`);
}
