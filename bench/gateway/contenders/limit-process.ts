/** What every gateway has to do at least: sends the recorded fetches in their waves, reads the answers, sends a ready body. */
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { Pool } from 'undici';
import { SEED } from '../graph/answers.ts';

export type WaveFetch = { url: string; body: string };
export type LimitPlan = { waves: WaveFetch[][]; answer: string };

const HEADERS = { 'content-type': 'application/json' };
const CONNECTIONS = 64;

const [, , port] = process.argv;
const pools = new Map<string, Pool>();
let waves: { pool: Pool; path: string; parts: string[] }[][] = [];
let answer = Buffer.alloc(0);

process.on('message', (plan: LimitPlan) => {
  waves = plan.waves.map((wave) => wave.map(prepare));
  answer = Buffer.from(plan.answer);
  process.send?.('ready');
});
process.on('disconnect', () => process.exit());

createServer(async (request, response) => {
  const seed = SEED.exec(await text(request))?.[0] ?? '';
  for (const wave of waves) await Promise.all(wave.map((fetch) => send(fetch, seed)));
  sendAnswer(response);
}).listen(Number(port), '127.0.0.1');

/** A body in the pieces between its seeds. */
function prepare({ url, body }: WaveFetch) {
  const { origin, pathname } = new URL(url);
  const pool = pools.get(origin) ?? new Pool(origin, { connections: CONNECTIONS });
  pools.set(origin, pool);
  return { pool, path: pathname, parts: body.split(new RegExp(SEED, 'g')) };
}

async function send({ pool, path, parts }: (typeof waves)[number][number], seed: string): Promise<void> {
  const { body } = await pool.request({ method: 'POST', path, headers: HEADERS, body: parts.join(seed) });
  await body.text();
}

function sendAnswer(response: ServerResponse): void {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'content-length': answer.length };
  response.writeHead(200, headers).end(answer);
}
