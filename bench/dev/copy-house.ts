import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readlink, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const HOUSE = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** What a running Nexus is made of; packages and data are linked to. */
const ROOMS = ['kit', 'contracts', 'gateway', 'subgraphs', 'scripts', 'operations'];
const FILES = ['package.json', 'supergraph.yaml', 'variants.yaml'];

/** Copies the sources into a folder where they can be changed without harm, with the packages of this checkout. */
export async function copyHouse(folder: string): Promise<void> {
  for (const room of ROOMS) await copyRoom(room, folder);
  for (const file of FILES.filter((name) => existsSync(join(HOUSE, name))))
    await cp(join(HOUSE, file), join(folder, file));
  await symlink(join(HOUSE, 'data'), join(folder, 'data'));
  await linkPackages(folder);
}

async function copyRoom(room: string, folder: string): Promise<void> {
  await cp(join(HOUSE, room), join(folder, room), {
    recursive: true,
    filter: (source) => !source.includes('/node_modules'),
  });
  const packages = join(HOUSE, room, 'node_modules');
  if (existsSync(packages)) await symlink(packages, join(folder, room, 'node_modules'));
}

/** Our own workspaces are those of the copy: their links lead there from the copy's own folder. */
async function linkPackages(folder: string): Promise<void> {
  const from = join(HOUSE, 'node_modules');
  const to = join(folder, 'node_modules');
  await mkdir(join(to, '@nexus'), { recursive: true });
  for (const name of await readdir(from)) if (name !== '@nexus') await symlink(join(from, name), join(to, name));
  for (const name of await readdir(join(from, '@nexus'))) {
    await symlink(await readlink(join(from, '@nexus', name)), join(to, '@nexus', name));
  }
}
