import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Names } from './names.ts';

const TEMPLATE = fileURLToPath(new URL('template', import.meta.url));
/** What the tests of the whole graph know of it; all else is in its own folder. */
const ROOM_FILE = 'room.ts';

/** Writes the files of a new subgraph from the template. */
export async function writeRoom(root: string, names: Names): Promise<void> {
  const dependencies = await dependenciesOfOthers(root);
  for (const file of await templateFiles()) {
    const text = fill(await readFile(join(TEMPLATE, `${file}.template`), 'utf8'), { ...names, dependencies });
    const place = join(root, placeOf(file, names));
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text);
  }
}

async function templateFiles(): Promise<string[]> {
  const entries = await readdir(TEMPLATE, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(TEMPLATE, join(entry.parentPath, entry.name)).replace(/\.template$/, ''));
}

function placeOf(file: string, names: Names): string {
  if (file === ROOM_FILE) return `tests/rooms/${names.subgraph}.ts`;
  const named = file.replaceAll('ENTITY', names['entity-file']).replaceAll('ENTITIES', names['entities-file']);
  return `subgraphs/${names.subgraph}/${named}`;
}

function fill(text: string, words: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{\{([^}]+)\}\}/g, (_, word: string) => {
    const written = words[word];
    if (written === undefined) throw new Error(`the template has a {{${word}}} that nothing is put into`);
    return written;
  });
}

/** A new subgraph takes the versions that the others have. */
async function dependenciesOfOthers(root: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'subgraphs/interactions/package.json'), 'utf8'));
  return JSON.stringify(manifest.dependencies, null, 2).replaceAll('\n', '\n  ');
}
