import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';
import { type ServedVersion, serveSchema } from './serve-schema.ts';
import { until } from './until.ts';

/** How often each of two versions has to answer before a deploy goes on. */
const ENOUGH = 10;

type Serving = ServedVersion & { pool: Pool };

/** A subgraph at one address, behind which one version answers, or two of them in turn. */
export async function startRollingSubgraph(sdl: string) {
  let serving: Serving[] = [await serve(sdl)];
  let turn = 0;
  const server = createServer(async (request, response) => {
    const body = await text(request);
    turn += 1;
    const version = serving[turn % serving.length];
    if (!version) return response.destroy();
    const headers = { 'content-type': 'application/json' };
    const answer = await version.pool.request({ path: '/graphql', method: 'POST', headers, body });
    return response.writeHead(answer.statusCode, headers).end(await answer.body.text());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/graphql`,
    answered: () => serving.reduce((sum, version) => sum + version.answered(), 0),
    /** The next version answers beside the one before until both were asked, then alone. */
    async rollOut(nextSdl: string): Promise<void> {
      const before = serving;
      const next = await serve(nextSdl);
      serving = [...before, next];
      const counts = before.map((version) => version.answered() + ENOUGH);
      await until(() => next.answered() >= ENOUGH && before.every((old, at) => old.answered() >= (counts[at] ?? 0)));
      serving = [next];
      for (const old of before) await end(old);
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      await once(server.close(), 'close');
      for (const version of serving) await end(version);
    },
  };
}

async function serve(sdl: string): Promise<Serving> {
  const version = await serveSchema(sdl);
  return { ...version, pool: new Pool(version.url, { connections: 8 }) };
}

async function end({ pool, stop }: Serving): Promise<void> {
  // It answers what it was asked before it goes.
  await pool.close();
  await stop();
}
