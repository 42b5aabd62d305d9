/**
 * Makes what analytics show equal to what people did, while everything is in use, and tells posts anew how many people
 * did something with each post.
 *
 *   npm run analytics -- rebuild
 */
import { readSettings } from '@nexus/contracts/settings';
import { rebuildAnalytics } from '@nexus/interactions/analytics/rebuild.service';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

await runCommand(async (resources) => {
  const [verb, ...others] = process.argv.slice(2);
  if (verb !== 'rebuild' || others.length > 0) throw new StartupError('Usage: npm run analytics -- rebuild');
  const { databaseUrl } = await openInfrastructure({ ...readSettings(), migrate: true }, resources);
  const client = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  resources.defer(() => client.end());
  const { mended, days, told } = await rebuildAnalytics(drizzle(client));
  console.log(`${mended} values of series were wrong, ${days} active days were missing; ${told} posts are told anew.`);
});
