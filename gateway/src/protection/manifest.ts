import { readFileSync } from 'node:fs';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';

/** A list of operations in the format of Apollo's persisted queries. */
export type Manifest = {
  format: 'apollo-persisted-query-manifest';
  version: 1;
  operations: readonly { id: string; name: string; type: string; body: string }[];
};

/** Reads the documents of a manifest by their ids; a StartupError says why it cannot be used. */
export function readManifest(file: string): ReadonlyMap<string, string> {
  const manifest = parseManifest(file);
  if (!isManifest(manifest)) throw new StartupError(`${file} is not a manifest of persisted queries.`);
  return new Map(manifest.operations.map(({ id, body }) => [id, body]));
}

function parseManifest(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new StartupError(`The trusted documents cannot be read from ${file}: ${reasonOf(error)}.`);
  }
}

function isManifest(value: unknown): value is Manifest {
  const { format, version, operations } = (value ?? {}) as Partial<Manifest>;
  const isKnown = format === 'apollo-persisted-query-manifest' && version === 1 && Array.isArray(operations);
  return isKnown && operations.every(({ id, body }) => typeof id === 'string' && typeof body === 'string');
}
