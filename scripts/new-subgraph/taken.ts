import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXPORT_PARTS } from '@nexus/contracts/export';
import { KINDS } from '@nexus/contracts/ids';
import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { StartupError } from '@nexus/kit/startup-error';
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import type { Names } from './names.ts';

/** Services, schemas of Postgres and variables that are called something already. */
const RESERVED = [
  'gateway',
  'contracts',
  'client',
  'nexus',
  'migrate',
  'postgres',
  'redis',
  'database',
  'public',
  'pgboss',
];

/** Makes sure that nothing is called what a new subgraph wants to be called; a StartupError says what is. */
export async function requireFree(root: string, names: Names): Promise<void> {
  const { subgraph, Entity, entity, entities } = names;
  const isThere = [...SUBGRAPHS, ...RESERVED].some((name) => name === subgraph);
  if (isThere || existsSync(join(root, 'subgraphs', subgraph, 'schema.graphql'))) {
    throw new StartupError(`There is a “${subgraph}” already: take another name.`);
  }
  const schema = buildSchema(await readFile(join(root, 'gateway/supergraph.graphql'), 'utf8'), { assumeValid: true });
  const types = [Entity, `${Entity}Connection`, `${Entity}Edge`, `Add${Entity}Input`, `Add${Entity}Payload`];
  const taken = [
    ...types.filter((type) => schema.getType(type)),
    ...[`Mutation.add${Entity}`, `Viewer.${entities}`].filter((field) => hasField(schema, field)),
    ...KINDS.filter((kind) => kind === names.entity_key).map((kind) => `an id that begins with ${kind}`),
    ...Object.values(EXPORT_PARTS).flatMap((parts) => parts.filter((part) => part === names.entities_key)),
  ];
  if (taken.length > 0) {
    throw new StartupError(`There is ${taken[0]} already: name what ${subgraph} owns with --entity.`);
  }
  if (entity === subgraph) throw new StartupError('What a subgraph owns is called otherwise than the subgraph itself.');
}

function hasField(schema: GraphQLSchema, coordinate: string): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  const found = schema.getType(type);
  return isObjectType(found) && Object.hasOwn(found.getFields(), field);
}
