import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';
import type { Names } from './names.ts';
import { placesOf } from './places.ts';

/** Where a text goes into a file: right behind what `after` finds, or before what `before` finds. */
export type Place = { file: string; text: string } & ({ after: RegExp } | { before: RegExp });

/** Writes a new subgraph into everything that lists them, all or nothing; returns the files it changed. */
export async function register(root: string, names: Names): Promise<string[]> {
  const texts = new Map<string, string>();
  for (const place of placesOf(names)) {
    const { file } = place;
    texts.set(file, insert(texts.get(file) ?? (await readFile(join(root, file), 'utf8')), place));
  }
  for (const [file, text] of texts) await writeFile(join(root, file), text);
  return [...texts.keys()];
}

function insert(whole: string, place: Place): string {
  const found = ('after' in place ? place.after : place.before).exec(whole);
  if (!found) throw new StartupError(`${place.file} has no place for “${place.text.trim()}”; nothing was written.`);
  const at = 'after' in place ? found.index + found[0].length : found.index;
  return whole.slice(0, at) + place.text + whole.slice(at);
}
