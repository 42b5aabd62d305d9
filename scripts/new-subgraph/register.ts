import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';
import type { Names } from './names.ts';
import { placesOf } from './places.ts';

/** Where a text goes into a file: right behind what is found, right before it, or in its place. */
export type Place = { file: string; text: string } & ({ after: RegExp } | { before: RegExp } | { replace: RegExp });

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
  const pattern = 'after' in place ? place.after : 'before' in place ? place.before : place.replace;
  const found = pattern.exec(whole);
  if (!found) throw new StartupError(`${place.file} has no place for “${place.text.trim()}”; nothing was written.`);
  const [begin, end] = [found.index, found.index + found[0].length];
  return whole.slice(0, 'after' in place ? end : begin) + place.text + whole.slice('before' in place ? begin : end);
}
