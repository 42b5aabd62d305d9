import { existsSync, type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { basename, join } from 'node:path';

/** Editors write, rename and delete in one breath; this long after the last of it something is done, in milliseconds. */
const SETTLED_MS = 15;

/** What editors leave beside a file while they write it, and what has no ending. */
const PASSING = /^[.#]|^[^.]+$|(~|\.sw[a-z]|\.tmp|\.generated\.ts|\.test\.ts)$/;

/** Tells of all files that changed in folders and below, after each breath of changes; returns how to stop. */
export function watchFolders(folders: readonly string[], onChange: (files: string[]) => void): () => void {
  const changed = new Set<string>();
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    const files = [...changed];
    changed.clear();
    onChange(files);
  }

  function note(file: string): void {
    if (PASSING.test(basename(file))) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  }

  /** A folder and those below it, each by itself: on Linux a recursive watch loses a file that is replaced by another. */
  function open(folder: string): void {
    for (const one of foldersIn(folder)) {
      if (watchers.has(one) || !existsSync(one)) continue;
      const watcher = watch(one, (_, name) => name !== null && hear(join(one, name)));
      watcher.on('error', () => close(one));
      watchers.set(one, watcher);
    }
  }

  function hear(path: string): void {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
    if (isFolder === undefined) close(path);
    if (!isFolder) return note(path);
    open(path);
    // What came with the folder was there before anybody watched it.
    for (const file of filesIn(path)) note(file);
  }

  /** A folder that is gone, and those that were below it. */
  function close(folder: string): void {
    for (const [one, watcher] of watchers) {
      if (one !== folder && !one.startsWith(join(folder, '/'))) continue;
      watcher.close();
      watchers.delete(one);
    }
  }

  folders.filter((folder) => existsSync(folder)).forEach(open);
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers.values()) watcher.close();
  };
}

/** A folder and all below it that may hold source. */
function foldersIn(folder: string): string[] {
  const below = entriesOf(folder).filter((entry) => entry.isDirectory() && !/^\.|^node_modules$/.test(entry.name));
  return [folder, ...below.flatMap(({ name }) => foldersIn(join(folder, name)))];
}

function filesIn(folder: string): string[] {
  return foldersIn(folder).flatMap((one) =>
    entriesOf(one)
      .filter((entry) => entry.isFile())
      .map(({ name }) => join(one, name)),
  );
}

/** What is in a folder; nothing when it went while it was asked. */
function entriesOf(folder: string) {
  return existsSync(folder) ? readdirSync(folder, { withFileTypes: true }) : [];
}
