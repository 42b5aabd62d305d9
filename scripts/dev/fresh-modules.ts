import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** What the product is made of is loaded anew when it changes; packages stay. */
export type FreshModules = {
  /** From the next import on these files are read anew, and all that import them. */
  forget(files: readonly string[]): void;
  /** Imports a file as it is now. */
  load(file: URL): Promise<Record<string, unknown>>;
};

/**
 * Lets this thread import source files again after they changed. A module cannot be unloaded, so a changed one gets
 * another address (`?v=2`), and so do its importers, up to the top; all others stay as they are.
 */
export function createFreshModules(root: string): FreshModules {
  const ours = pathToFileURL(root).href;
  const versions = new Map<string, number>();
  const importers = new Map<string, Set<string>>();

  registerHooks({
    resolve(specifier, context, nextResolve) {
      const resolved = nextResolve(specifier, context);
      const url = withoutVersion(resolved.url);
      if (!url.startsWith(ours) || url.includes('/node_modules/')) return resolved;
      if (context.parentURL) importersOf(url).add(withoutVersion(context.parentURL));
      return { ...resolved, url: addressOf(url) };
    },
  });

  function importersOf(url: string): Set<string> {
    const known = importers.get(url) ?? new Set();
    importers.set(url, known);
    return known;
  }

  function addressOf(url: string): string {
    const version = versions.get(url);
    return version === undefined ? url : `${url}?v=${version}`;
  }

  return {
    forget(files) {
      const waiting = files.map((file) => pathToFileURL(file).href);
      const forgotten = new Set<string>();
      for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
        if (forgotten.has(url)) continue;
        forgotten.add(url);
        versions.set(url, (versions.get(url) ?? 1) + 1);
        waiting.push(...importersOf(url));
      }
    },
    load: (file) => import(addressOf(file.href)),
  };
}

const withoutVersion = (url: string) => url.replace(/\?v=\d+$/, '');

/** Where in the product's source an error comes from, by its stack: file, line and, where it says so, column. */
export function placeOfError(error: Error, root: string): { file: string; line: number; column: number } | undefined {
  const places = [...(error.stack ?? '').matchAll(/((?:file:\/\/)?\/[^\s():?]+\.ts)(?:\?v=\d+)?:(\d+)(?::(\d+))?/g)];
  for (const [, file = '', line, column] of places) {
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    if (path.startsWith(root) && !path.includes('/node_modules/') && !path.includes('/scripts/dev/')) {
      return { file: path, line: Number(line), column: Number(column ?? 1) };
    }
  }
  return undefined;
}
