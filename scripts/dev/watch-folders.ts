import { existsSync, type FSWatcher, watch } from 'node:fs';
import { join } from 'node:path';

/** Editors write, rename and delete in one breath; this long after the last of it something is done, in milliseconds. */
const SETTLED_MS = 15;

/** What editors leave beside a file while they write it. */
const PASSING = /(~|\.sw[a-z]|\.tmp|\.generated\.ts|\.test\.ts)$|(^|\/)(\.|#|4913$)/;

/** Tells of all files that changed in folders and below, after each breath of changes; returns how to stop. */
export function watchFolders(folders: readonly string[], onChange: (files: string[]) => void): () => void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function tell(): void {
    const files = [...changed];
    changed.clear();
    onChange(files);
  }

  const watchers = folders
    .filter((folder) => existsSync(folder))
    .map(
      (folder): FSWatcher =>
        watch(folder, { recursive: true }, (_, name) => {
          if (name === null || PASSING.test(name)) return;
          changed.add(join(folder, name));
          clearTimeout(timer);
          timer = setTimeout(tell, SETTLED_MS);
        }),
    );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
