import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@nexus/kit/embedded-postgres';
import { prepareDatabase } from '@nexus/kit/migrations';

type Prepared = Omit<Parameters<typeof prepareDatabase>[0], 'adminUrl'> & {
  /** Those of postgresql.conf. */
  settings?: Record<string, string>;
};

/**
 * A Postgres of our own that waits for its disk, as in production, unless `settings` say otherwise; gives its address
 * for administrators.
 */
export async function startDatabase(
  resources: AsyncDisposableStack,
  { settings = {}, ...prepared }: Prepared,
): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-bench-'));
  resources.defer(() => rm(directory, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ directory, settings });
  resources.defer(() => server.stop());
  await prepareDatabase({ adminUrl: server.url, ...prepared });
  return server.url;
}
