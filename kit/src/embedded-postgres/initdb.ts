import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { text } from 'node:stream/consumers';
import { runAs } from './account.ts';
import { explainOutput, explainSpawnError } from './explain.ts';
import type { Site } from './site.ts';

export const SUPERUSER = 'postgres';

/** All that the programs need of the environment; variables such as PGPORT must not reach them. */
export const CLEAN_ENVIRONMENT = { LC_ALL: 'C', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** UTF-8, ordered by code point: the same on every machine, whatever locales it has. */
const FIXED = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];

// What pg_trgm takes for a letter, and nothing else. Under plain C, names like Жанна have no trigrams.
const LETTERS = ['C.UTF-8', 'en_US.UTF-8', 'C'];

/** Creates a cluster in `target`, with the superuser's password in `passwordFile`; `durable` waits for the disk. */
export async function initdb(
  site: Site,
  { target, passwordFile, durable }: { target: string; passwordFile: string; durable: boolean },
): Promise<void> {
  const options = ['-D', target, '-U', SUPERUSER, '--auth=scram-sha-256', '--pwfile', passwordFile, ...FIXED];
  if (!durable) options.push('--no-sync');
  for (const letters of LETTERS) {
    const complaint = await run(site, [...options, `--lc-ctype=${letters}`]);
    if (complaint === undefined) return;
    if (!complaint.includes('invalid locale name')) throw explainOutput(complaint, site.directory);
  }
}

async function run(site: Site, options: string[]): Promise<string | undefined> {
  const program = site.binaries.initdb;
  const { file, args, ids } = await runAs(site.account, site.directory, [program, ...options]);
  const child = spawn(file, args, {
    ...ids,
    cwd: dirname(program),
    env: CLEAN_ENVIRONMENT,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Its own process group: Ctrl-C then lets this second of work finish, instead of a complaint about it.
    detached: true,
  });
  try {
    const [complaint, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    return exitCode === 0 ? undefined : complaint;
  } catch (error) {
    throw explainSpawnError(error, site.directory);
  }
}
