import type { SchemaOwner } from '@nexus/kit/migrations';
import { subgraphs } from './subgraphs.ts';

/** The gateway keeps what clients ask for. Its code is not imported: where the database is prepared, it is not installed. */
export const gatewaySchema: SchemaOwner = {
  name: 'gateway',
  migrations: new URL('../gateway/migrations', import.meta.url),
  hasEvents: false,
};

/** Whoever owns a schema of the database. */
export const schemaOwners: readonly SchemaOwner[] = [...subgraphs, gatewaySchema];
