import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join, sep } from 'node:path';

/** Editors write, rename and delete in one breath; this long after the last of it something is done, in milliseconds. */
const SETTLED_MS = 15;

/** What editors leave beside a file while they write it, and what has no ending. */
const PASSING = /^[.#]|^[^.]+$|(~|\.sw[a-z]|\.tmp|\.generated\.ts|\.test\.ts)$/;

/** Tells of all files that changed in folders and below, after each breath of changes; returns how to stop. */
export function watchFolders(folders: readonly string[], onChange: (files: string[]) => void): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    const files = [...changed];
    changed.clear();
    onChange(files);
  }

  const stop = watchFiles(folders, (file) => {
    if (PASSING.test(basename(file))) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** Each folder is watched by itself: on Linux a recursive watch loses a file as soon as it is replaced by another. */
function watchFiles(folders: readonly string[], onFile: (file: string) => void): () => void {
  const watchers = new Map<string, FSWatcher>();

  /** A folder is watched before it is read: what comes into it is seen by one or the other. */
  function open(folder: string, onFound: (file: string) => void): void {
    if (watchers.has(folder) || !existsSync(folder)) return;
    const watcher = watch(folder, (_, name) => name !== null && hear(join(folder, name)));
    watcher.on('error', () => close(folder));
    watchers.set(folder, watcher);
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (!entry.isDirectory()) onFound(path);
      else if (!/^\.|^node_modules$/.test(entry.name)) open(path, onFound);
    }
  }

  function hear(path: string): void {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) close(path);
    if (stats?.isDirectory()) open(path, onFile);
    else onFile(path);
  }

  /** A folder that is gone, and those that were below it. */
  function close(folder: string): void {
    for (const [one, watcher] of watchers) {
      if (one !== folder && !one.startsWith(folder + sep)) continue;
      watcher.close();
      watchers.delete(one);
    }
  }

  for (const folder of folders) open(folder, () => undefined);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
  };
}
