import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { waitUntilGone } from '@nexus/kit/child-process';
import { StartupError } from '@nexus/kit/startup-error';
import { NODE } from './build-image.ts';
import type { Recipe } from './dockerfile.ts';

/** The process of a service, from the folder that stands for its image. */
export type Container = {
  name: string;
  recipe: Recipe;
  root: string;
  environment: Record<string, string>;
  /** How long it may take to stop, in milliseconds. */
  graceMs: number;
};
export type RunningContainer = Container & { child: ChildProcess; pid: number };

const HEALTH_DEADLINE_MS = 60_000;
const PAUSE_MS = 500;
const NOBODY = 65_534;

/** Starts the command of an image as a user without rights, with no other environment than the given. */
export async function startContainer(container: Container, resources: AsyncDisposableStack): Promise<RunningContainer> {
  const log = await open(logOf(container), 'w');
  try {
    const child = launch(container, container.recipe.command, log.fd);
    await once(child, 'spawn');
    // For a replay that fails or is stopped half-way.
    const kill = () => child.kill('SIGKILL');
    resources.defer(() => void kill());
    return { ...container, child, pid: child.pid ?? 0 };
  } finally {
    await log.close();
  }
}

/** Waits until the health check of the image passes; throws what the service said when it does not. */
export async function waitUntilHealthy(container: RunningContainer): Promise<void> {
  const { name, recipe, child } = container;
  const deadline = Date.now() + HEALTH_DEADLINE_MS;
  while (!(await isHealthy(container))) {
    if (endOf(child) !== null || Date.now() > deadline) {
      const reason = endOf(child) === null ? 'is not healthy' : `ended with ${endOf(child)}`;
      throw new StartupError(`${name} ${reason} (${recipe.command.join(' ')}):\n${await tail(container)}`);
    }
    await delay(PAUSE_MS);
  }
}

/** Waits for a job to end well; throws what it said when it does not. */
export async function waitUntilDone(container: RunningContainer): Promise<void> {
  const { name, child } = container;
  if (endOf(child) === null) await once(child, 'exit');
  if (endOf(child) !== 0) throw new StartupError(`${name} ended with ${endOf(child)}:\n${await tail(container)}`);
}

/** Stops a service as an engine does, with the image's signal; throws when it does not end in time or not well. */
export async function stopContainer({ name, recipe, graceMs, child, pid }: RunningContainer): Promise<void> {
  if (endOf(child) !== null) throw new StartupError(`${name} ended with ${endOf(child)} before it was told to.`);
  const exited = once(child, 'exit');
  if (recipe.stopSignal !== 'SIGTERM') throw new StartupError(`${name} wants a signal that the replay does not know.`);
  child.kill('SIGTERM');
  if (!(await waitUntilGone(pid, graceMs))) {
    child.kill('SIGKILL');
    throw new StartupError(`${name} still ran ${graceMs / 1_000} s after the signal to stop.`);
  }
  await exited;
  if (endOf(child) !== 0) throw new StartupError(`${name} ended with ${endOf(child)} when told to stop.`);
}

async function isHealthy(container: Container): Promise<boolean> {
  const check = launch(container, container.recipe.healthcheck ?? [], 'ignore');
  const [code] = await once(check, 'exit');
  return code === 0;
}

function launch({ recipe, root, environment }: Container, [program, ...args]: string[], output: number | 'ignore') {
  if (program !== 'node') throw new StartupError(`The replay runs node, not ${program}.`);
  const isRoot = process.getuid?.() === 0;
  return spawn(join(root, NODE), args, {
    cwd: join(root, recipe.directory),
    env: environment,
    stdio: ['ignore', output, output],
    ...(isRoot && recipe.user !== undefined && { uid: NOBODY, gid: NOBODY }),
  });
}

const endOf = (child: ChildProcess) => child.exitCode ?? child.signalCode;

const logOf = ({ root }: Container) => `${root}.log`;

/** The last lines that a service wrote. */
export async function tail(container: Container): Promise<string> {
  return (await readFile(logOf(container), 'utf8')).split('\n').slice(-30).join('\n');
}
