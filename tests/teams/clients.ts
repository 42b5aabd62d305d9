import { isDeepStrictEqual } from 'node:util';
import { Pool } from 'undici';
import { until } from './until.ts';

/** What clients ask for, and what they should be answered every single time. */
export type Asked = Readonly<Record<string, readonly object[]>>;

const AT_ONCE = 4;
/** So many answers make sure that every operation met every subgraph. */
const A_WHILE = 40;

/** Clients that ask without a pause, each operation in turn, and note every answer that is not the right one. */
export function startClients(url: string, asked: Asked) {
  const pool = new Pool(url, { connections: AT_ONCE });
  const failures: string[] = [];
  let operations = Object.entries(asked);
  let answered = 0;
  let isStopped = false;

  async function run(client: number): Promise<void> {
    for (let turn = client; !isStopped; turn += 1) {
      const [query = '', posts] = operations[turn % operations.length] ?? [];
      const answer = await ask(pool, query).catch((error: unknown) => String(error));
      if (!isDeepStrictEqual(answer, { data: { posts } })) failures.push(`${query}: ${JSON.stringify(answer)}`);
      answered += 1;
    }
  }
  const running = Array.from({ length: AT_ONCE }, (_, client) => run(client));

  const askForAWhile = async () => {
    const enough = answered + A_WHILE;
    await until(() => answered >= enough);
  };
  return {
    failures,
    askForAWhile,
    answered: () => answered,
    operations: () => operations.map(([query]) => query),
    /** New versions of the clients are out, and nobody uses the old ones any more. */
    async change(next: Asked): Promise<void> {
      operations = Object.entries(next);
      await askForAWhile();
    },
    async stop(): Promise<void> {
      isStopped = true;
      await Promise.all(running);
      await pool.close();
    },
  };
}

async function ask(pool: Pool, query: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const { body } = await pool.request({ path: '/graphql', method: 'POST', headers, body: JSON.stringify({ query }) });
  return await body.json();
}
