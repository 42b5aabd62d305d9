import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, copyFile, cp, mkdir, readFile, stat } from 'node:fs/promises';
import { basename, join, matchesGlob, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { StartupError } from '@nexus/kit/startup-error';
import type { Recipe, Step } from './dockerfile.ts';

/** Where the base image has its `node`; the replay puts the running one there. */
export const NODE = '/usr/local/bin/node';

/** Takes the steps of a recipe in a folder that stands for the image's root, starting with nothing but Node. */
export async function buildImage(recipe: Recipe, root: string, tell: (step: string) => void): Promise<void> {
  await mkdir(join(root, 'usr/local/bin'), { recursive: true });
  await copyFile(process.execPath, join(root, NODE));
  const isIgnored = await readIgnored('.dockerignore');
  for (const step of recipe.steps) {
    if (step.does === 'copy') await copy(step, root, isIgnored);
    else await run(step, root, tell);
  }
  // A folder of our own making is closed to the user that the service runs as.
  await chmod(root, 0o755);
}

type Of<Does> = Extract<Step, { does: Does }>;
type IsIgnored = (path: string) => boolean;

async function copy({ sources, target }: Of<'copy'>, root: string, isIgnored: IsIgnored): Promise<void> {
  await mkdir(join(root, target), { recursive: true });
  for (const source of sources) {
    // Docker copies what is in a directory, but a file as it is.
    const isDirectory = (await stat(source)).isDirectory();
    const destination = isDirectory ? join(root, target) : join(root, target, basename(source));
    await cp(source, destination, { recursive: true, filter: (path) => !isIgnored(relative('.', path)) });
  }
}

/** Whether `.dockerignore` leaves out a path; asked from the root downwards, so a directory speaks for what it holds. */
export async function readIgnored(file: string): Promise<IsIgnored> {
  const lines = (await readFile(file, 'utf8')).split('\n').map((line) => line.trim());
  const patterns = lines.filter((line) => line !== '' && !line.startsWith('#'));
  return (path) => patterns.some((pattern) => matchesGlob(path, pattern));
}

async function run(step: Of<'run'>, root: string, tell: (step: string) => void): Promise<void> {
  const startedAt = performance.now();
  const environment = Object.entries(step.environment).map(([name, value]) => `${name}=${value}`);
  // Besides, npm needs the environment of this machine: where its registry and its cache are.
  const child = spawn('env', [...environment, 'sh', '-c', `exec 2>&1; ${step.command}`], {
    cwd: join(root, step.directory),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (code !== 0) throw new StartupError(`${step.command} failed:\n${output}`);
  tell(`${step.command} (${((performance.now() - startedAt) / 1_000).toFixed(1)} s)`);
}
