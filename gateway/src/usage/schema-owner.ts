import type { SchemaOwner } from '@nexus/kit/migrations';

/** The gateway as the owner of a Postgres schema: usage lies there, and it has no part in events. */
export const usageSchema: SchemaOwner = {
  name: 'gateway',
  migrations: new URL('../../migrations', import.meta.url),
  hasEvents: false,
};
