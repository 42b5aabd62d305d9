import { setTimeout as delay } from 'node:timers/promises';
import { ensureCluster } from './embedded-postgres/cluster.ts';
import { explainOutput } from './embedded-postgres/explain.ts';
import { launch } from './embedded-postgres/launch.ts';
import {
  findPostmaster,
  interruptPostmaster,
  type Postmaster,
  stopPostmaster,
} from './embedded-postgres/postmaster.ts';
import { prepareSite, type Site } from './embedded-postgres/site.ts';
import { connectSuperuser, ensureDatabase, type Superuser, takeOwnership } from './embedded-postgres/superuser.ts';

export type EmbeddedPostgres = {
  /** Superuser's URL of the database `nexus`. */
  url: string;
  /** Cuts off all clients and waits until the server has ended; a server that another process owns is left alone. */
  stop(): Promise<void>;
};

/** `settings` are those of postgresql.conf; with `fsync: 'off'` nothing waits for the disk, for data to throw away. */
export type EmbeddedPostgresOptions = { directory: string; settings?: Record<string, string> };

type Running = { postmaster: Postmaster; superuser: Superuser };

// Another start of the same directory, a port taken at the last moment, workers of a killed server that still end.
const PASSES_BY = /lock file .* already exists|Address already in use|pre-existing shared memory block/;
const ATTEMPTS = 40;
const PAUSE_MS = 250;

/**
 * Runs the PostgreSQL that npm installed, on 127.0.0.1 and a free port. In `directory` it keeps `postgres/` (the data
 * and the superuser's password) and `postgres.log`. A server that a killed process left behind is adopted; one that
 * another live process owns is shared. Throws a StartupError.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { directory, settings = {} } = options;
  const site = await prepareSite(directory);
  await ensureCluster(site, settings.fsync !== 'off');
  const { postmaster, superuser } = await findOrLaunch(site, settings);
  const isOwner = await takeOwnership(superuser);
  const stop = isOwner ? stopOnce(site, { postmaster, superuser }) : async () => undefined;
  try {
    await ensureDatabase(superuser);
  } catch (error) {
    await stop();
    throw explainOutput(String(error), site.directory);
  } finally {
    if (!isOwner) await superuser.sql.end();
  }
  return { url: superuser.url, stop };
}

async function findOrLaunch(site: Site, settings: Record<string, string>): Promise<Running> {
  let complaint = 'the server went away again and again';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const postmaster = await findPostmaster(site.cluster);
    const superuser = postmaster && (await connectSuperuser(site, postmaster));
    if (postmaster && superuser) return { postmaster, superuser };
    const output = postmaster ? '' : await launch(site, settings);
    if (output === undefined) continue;
    complaint = output || complaint;
    if (output !== '' && !PASSES_BY.test(output)) break;
    await delay(PAUSE_MS);
  }
  throw explainOutput(complaint, site.directory);
}

function stopOnce(site: Site, { postmaster, superuser }: Running): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  // A process that ends without stop() takes the server along; nobody waits for it then.
  const leave = () => interruptPostmaster(site.cluster, postmaster);
  process.once('exit', leave);
  const stop = async () => {
    process.off('exit', leave);
    await superuser.sql.end({ timeout: 1 });
    await stopPostmaster(site.cluster, postmaster);
  };
  return () => {
    stopping ??= stop();
    return stopping;
  };
}
