import { events } from '@nexus/contracts/events';
import { readSettings } from '@nexus/contracts/settings';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { prepareDatabase } from '@nexus/kit/migrations';
import { runCommand } from '@nexus/kit/process';
import { schemaOwners } from './schema-owners.ts';

// Brings the database to what the code expects, for deployments whose services run with MIGRATE=off.
await runCommand(async (resources) => {
  const { databaseUrl, secret } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  await prepareDatabase({ adminUrl: databaseUrl, secret, owners: schemaOwners, catalog: events });
  console.log('The database is ready: roles, schemas, migrations, queues.');
});
