import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readlink, rm, symlink } from 'node:fs/promises';
import { constants, setPriority, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { childEnvironment } from '../setup/child-environment.ts';

const run = promisify(execFile);
const SCOPE = '@nexus';

export type Copy = {
  folder: string;
  /** Runs a command there; what it printed. Throws with that when it fails. */
  run(command: string, ...args: string[]): Promise<string>;
  /** What `npm install` does for a new workspace. */
  link(workspace: string): Promise<void>;
};

/** A clone of the repository as it lies here, uncommitted changes included; it is gone after the test. */
export async function temporaryCopy(): Promise<Copy> {
  const folder = await mkdtemp(join(tmpdir(), 'nexus-copy-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await run('git', ['clone', '--quiet', '--shared', '--no-checkout', '.', folder]);
  const { stdout } = await run('git', ['ls-files', '-co', '--exclude-standard', '-z'], { maxBuffer: 1e7 });
  for (const file of stdout.split('\0').filter((name) => name !== '' && existsSync(name))) {
    await mkdir(join(folder, dirname(file)), { recursive: true });
    await cp(file, join(folder, file));
  }
  await linkPackages(folder);
  return {
    folder,
    run: async (command, ...args) => {
      const options = { cwd: folder, env: { ...childEnvironment(), NO_COLOR: '1' }, maxBuffer: 1e7 };
      const running = run(command, args, options);
      // Checks use all cores that there are, and other tests are not to wait for them.
      if (running.child.pid !== undefined) setPriority(running.child.pid, constants.priority.PRIORITY_LOW);
      const { stdout, stderr } = await running.catch((error) => {
        throw new Error(`${command} ${args.join(' ')}\n${error.stdout}${error.stderr}`);
      });
      return stdout + stderr;
    },
    link: (workspace) =>
      symlink(`../../${workspace}`, join(folder, 'node_modules', SCOPE, workspace.replace(/.*\//, ''))),
  };
}

/** The packages of others are the same; our own are those of the copy, for their links are relative. */
async function linkPackages(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules');
  await mkdir(join(packages, SCOPE), { recursive: true });
  for (const name of await readdir('node_modules')) {
    if (name !== SCOPE) await symlink(resolve('node_modules', name), join(packages, name));
  }
  for (const name of await readdir(`node_modules/${SCOPE}`)) {
    await symlink(await readlink(`node_modules/${SCOPE}/${name}`), join(packages, SCOPE, name));
  }
  for (const workspace of ['gateway', 'kit']) {
    const nested = resolve(workspace, 'node_modules');
    if (existsSync(nested)) await symlink(nested, join(folder, workspace, 'node_modules'));
  }
}
