import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { waitUntilGone } from '@nexus/kit/child-process';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@nexus/kit/embedded-postgres';
import postgres from 'postgres';

/** A PostgreSQL of our own that may be crashed; it comes back on the same port with the same data. */
export type Postgres = {
  port: number;
  /** The superuser's URL by another port: that of a proxy. */
  urlBy(port: number): string;
  /** Statements of the superuser, past everything that is broken; made anew after each start. */
  sql(): postgres.Sql;
  /** Ends it at once: SIGQUIT leaves recovery to the next start, SIGKILL not even says goodbye to the backends. */
  crash(signal: 'SIGQUIT' | 'SIGKILL'): Promise<void>;
  /** Kills the process behind one connection of the product: PostgreSQL then restarts all of itself. */
  killBackend(role: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts it in a directory, as the product would: it waits for its disk. */
export async function startPostgres(directory: string, settings: Record<string, string> = {}): Promise<Postgres> {
  let running = await startEmbeddedPostgres({ directory, settings });
  let sql = connect(running);
  const url = new URL(running.url);

  return {
    port: Number(url.port),
    urlBy: (port) => {
      const other = new URL(url);
      other.port = String(port);
      return other.href;
    },
    sql: () => sql,
    crash: async (signal) => {
      const pid = await postmasterOf(directory);
      process.kill(pid, signal);
      if (!(await waitUntilGone(pid, 10_000))) throw new Error('PostgreSQL does not end');
      await sql.end({ timeout: 0 });
    },
    killBackend: async (role) => {
      const [backend] = await sql`
        select pid from pg_stat_activity where usename = ${role} order by backend_start limit 1`;
      if (backend) process.kill(backend.pid, 'SIGKILL');
    },
    start: async () => {
      await running.stop();
      running = await startEmbeddedPostgres({ directory, settings });
      if (new URL(running.url).port !== url.port) throw new Error('PostgreSQL came back on another port');
      sql = connect(running);
    },
    stop: async () => {
      await sql.end({ timeout: 1 });
      await running.stop();
    },
  };
}

const connect = ({ url }: EmbeddedPostgres) => postgres(url, { max: 3, onnotice: () => undefined });

async function postmasterOf(directory: string): Promise<number> {
  const [pid] = (await readFile(join(directory, 'postgres', 'postmaster.pid'), 'utf8')).split('\n');
  if (!(Number(pid) > 0)) throw new Error('PostgreSQL does not run');
  return Number(pid);
}
