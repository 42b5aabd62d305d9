import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { endWithTest } from '@nexus/kit/testing/child-process';
import { childEnvironment } from '../../tests/setup/child-environment.ts';

const SCRIPTS = fileURLToPath(new URL('../../scripts', import.meta.url));

type Texts = Readonly<Record<string, string>>;

/** Nothing of the person's git; dates and names as in every other run. */
export const environment = () => ({
  ...childEnvironment(),
  NO_COLOR: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A team',
  GIT_AUTHOR_EMAIL: 'team@example.org',
  GIT_AUTHOR_DATE: '2026-03-01T12:00:00Z',
  GIT_COMMITTER_NAME: 'A team',
  GIT_COMMITTER_EMAIL: 'team@example.org',
  GIT_COMMITTER_DATE: '2026-03-01T12:00:00Z',
});

export type Repository = Awaited<ReturnType<typeof startRepository>>;

/** A git repository whose branch main holds these files, with work of its own checked out. */
export async function startRepository(files: Texts) {
  const folder = await mkdtemp(join(tmpdir(), 'schema-check-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, env: environment(), encoding: 'utf8', stdio: 'pipe' });

  async function write(texts: Texts): Promise<void> {
    for (const [file, content] of Object.entries(texts)) {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), content);
    }
  }

  async function commit(title: string, texts: Texts): Promise<void> {
    await write(texts);
    git('add', '--all');
    git('commit', '--quiet', '--message', title);
  }

  git('init', '--quiet', '--initial-branch', 'main');
  await commit('The graph', files);
  git('checkout', '--quiet', '-b', 'work');
  return {
    folder,
    git,
    write,
    commit,
    run: (script: string, ...args: string[]) => run({ folder, script, args }),
    check: (...args: string[]) => run({ folder, script: 'schema-check.ts', args }),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

async function run({ folder, script, args }: { folder: string; script: string; args: string[] }) {
  const child = spawn(process.execPath, [join(SCRIPTS, script), ...args], { cwd: folder, env: environment() });
  endWithTest(child);
  const [[code], out, problem] = await Promise.all([once(child, 'exit'), text(child.stdout), text(child.stderr)]);
  return { code, out, problem };
}
