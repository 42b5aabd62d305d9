import { existsSync, type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Reload } from './supergraph-source.ts';

/** Editors write, rename and delete in one breath; this long after the last of it the files are read. */
const SETTLED_MS = 100;

/**
 * Reloads after any of the files changed, one reload at a time; returns how to stop. Watches their folders, because a
 * watched file is lost when another is renamed over it. `files` is asked again after each reload.
 */
export function watchFiles(files: () => readonly string[], reload: Reload): () => void {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  function changed(name: string | null): void {
    if (!isAbout(name, files())) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(reload).then(lookAtFolders);
    }, SETTLED_MS).unref();
  }

  function lookAtFolders(): void {
    const folders = new Set(files().map((file) => dirname(file)));
    for (const folder of watchers.keys()) if (!folders.has(folder)) leave(folder);
    // A configuration may name a folder that is not there yet; whoever makes it has to touch the configuration too.
    for (const folder of folders) if (!watchers.has(folder) && existsSync(folder)) look(folder);
  }

  function look(folder: string): void {
    const watcher = watch(folder, { persistent: false }, (_, name) => changed(name));
    watcher.on('error', () => leave(folder));
    watchers.set(folder, watcher);
  }

  function leave(folder: string): void {
    watchers.get(folder)?.close();
    watchers.delete(folder);
  }

  lookAtFolders();
  return () => {
    clearTimeout(timer);
    for (const folder of watchers.keys()) leave(folder);
  };
}

/** Kubernetes swaps mounted files by renaming `..data`, a link to the folder where they really are. */
function isAbout(name: string | null, files: readonly string[]): boolean {
  return name === null || name.startsWith('..') || files.some((file) => basename(file) === name);
}
