import { encodeId } from '@nexus/contracts/ids';
import type { GraphQLObjectType } from 'graphql';
import { uuidFrom } from './seed.ts';

/** An id of a type as its subgraph would make it: the prefix is the one that the description of its `id` names. */
export function idFor(type: GraphQLObjectType, seed: string): string {
  return makeId(prefixOf(type), seed);
}

/** A TypeID with any prefix, always the same for a seed. */
export function makeId(prefix: string, seed: string): string {
  return `${prefix}${encodeId('user', uuidFrom(seed)).slice('user'.length)}`;
}

/** What is before the `_…` of a type's ids: as its description says ("A post id (`post_…`)."), or else its name. */
export function prefixOf(type: GraphQLObjectType): string {
  const described = type.getFields().id?.description?.match(/`([a-z_]+)_…`/)?.[1];
  return described ?? type.name.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();
}

/** The id among some values that has a prefix; undefined when none has. */
export function findId(values: Readonly<Record<string, unknown>>, prefix: string): string | undefined {
  return Object.values(values).find(
    (value): value is string => typeof value === 'string' && value.startsWith(`${prefix}_`),
  );
}
