import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@nexus/kit/embedded-postgres';
import { prepareDatabase } from '@nexus/kit/migrations';

type Prepared = Omit<Parameters<typeof prepareDatabase>[0], 'adminUrl'>;

/** A Postgres of our own that waits for its disk, as in production; gives its address for administrators. */
export async function startDatabase(resources: AsyncDisposableStack, prepared: Prepared): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'nexus-bench-'));
  resources.defer(() => rm(directory, { recursive: true, force: true }));
  const server = await startEmbeddedPostgres({ directory });
  resources.defer(() => server.stop());
  await prepareDatabase({ adminUrl: server.url, ...prepared });
  return server.url;
}
