import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '@nexus/kit/embedded-postgres';
import { startEmbeddedRedis } from '@nexus/kit/embedded-redis';
import postgres from 'postgres';
import type { ComposeService } from './compose-file.ts';

/** Where the replay runs what the compose file calls by a host name; undefined leaves out what points there. */
export type Addresses = Record<string, string | undefined>;

/** A PostgreSQL in place of the image, with the user and database that the image would make. Returns its URL. */
export async function replacePostgres(
  { environment }: ComposeService,
  folder: string,
  resources: AsyncDisposableStack,
): Promise<string> {
  const server = await startEmbeddedPostgres({ directory: await makeFolder(folder, 'postgres') });
  resources.defer(() => server.stop());
  const sql = postgres(server.url, { max: 1 });
  const { POSTGRES_USER: user, POSTGRES_PASSWORD: password } = environment;
  await sql.unsafe(`create role ${user} superuser login password '${password}'`);
  await sql.end();
  return server.url;
}

/** A redis-server in place of the image, where one is installed. Returns its URL. */
export async function replaceRedis(folder: string, resources: AsyncDisposableStack): Promise<string | undefined> {
  const server = await startEmbeddedRedis({ directory: await makeFolder(folder, 'redis') });
  if (server) resources.defer(() => server.stop());
  return server?.url;
}

/** The environment of a service on this machine: loopback only, host names replaced, ports of its own. */
export function relocate(
  environment: Record<string, string>,
  addresses: Addresses,
  ownPort: string,
): Record<string, string> {
  const moved: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    const host = URL.canParse(value) ? new URL(value).hostname : '';
    if (name === 'HOST') moved[name] = '127.0.0.1';
    else if (/(^|_)PORT$/.test(name)) moved[name] = ownPort;
    else if (!(host in addresses)) moved[name] = value;
    else if (addresses[host] !== undefined) moved[name] = moveUrl(value, addresses[host]);
  }
  return moved;
}

/** Keeps who signs in and to which database, where the given URL says so. */
function moveUrl(value: string, address: string): string {
  const url = new URL(value);
  const { host, password } = new URL(address);
  url.host = host;
  if (url.protocol === 'redis:') url.password = password;
  return url.href;
}

async function makeFolder(folder: string, name: string): Promise<string> {
  const path = join(folder, name);
  await mkdir(path);
  return path;
}
