import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { EventCatalog } from '@nexus/kit/events/contract';
import { z } from 'zod';

/** Every event that was ever published, by name, with the JSON Schema of its payload. Names stay for ever. */
export type FrozenEvents = Record<string, unknown>;

export const FROZEN_FILE = fileURLToPath(new URL('../events.frozen.json', import.meta.url));

export function readFrozenEvents(): FrozenEvents {
  return JSON.parse(readFileSync(FROZEN_FILE, 'utf8'));
}

/** What the events of a catalog say, as it would be frozen. */
export function schemasOf(catalog: EventCatalog): FrozenEvents {
  const frozen = Object.entries(catalog).map(([name, { payload }]) => [name, schemaOf(payload)] as const);
  return Object.fromEntries(frozen);
}

function schemaOf(payload: z.ZodType): unknown {
  const { $schema, ...schema } = z.toJSONSchema(payload, {
    // A named format is the promise; the expression that zod checks it with may get better.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
    },
  });
  return schema;
}

/** Why a catalog is not what was frozen, one sentence for each event; none when all is well. */
export function findBrokenPromises(catalog: EventCatalog, frozen: FrozenEvents): string[] {
  return Object.entries(schemasOf(catalog)).flatMap(([name, schema]) => {
    if (!(name in frozen)) return [`${name} is new: npm run events -- freeze.`];
    if (isDeepStrictEqual(schema, frozen[name])) return [];
    return [
      `${name} says something else than when it was frozen: give it a new version. ` +
        '(Never released? Take it out of contracts/events.frozen.json and freeze it again.)',
    ];
  });
}
