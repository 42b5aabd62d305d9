import { expect, test } from 'vitest';
import { connect, type Db, type Statement } from '../src/database.ts';
import { startBoss } from '../src/events/boss.ts';
import { findFailedEvents } from '../src/events/failed.ts';
import { countQueues } from '../src/events/queue-numbers.ts';
import { reclaimJobs } from '../src/events/reclaim.ts';
import { createLogger } from '../src/log.ts';
import { explain, planFaults } from '../src/testing/explain.ts';
import { CATALOG } from './listener.ts';
import { buildSmallHouse } from './small-house.ts';

const DONE = 20_000;

test('looking after the queues reads no job that is done', async () => {
  await using house = await buildSmallHouse();
  const { database } = await house.open();
  await database.sql`insert into pgboss.job (name, state, completed_on)
    select 'listener/numbers.said.v1', 'completed', now() from generate_series(1, ${DONE})`;
  await using admin = connectAs(house.adminUrl);
  await admin.sql`analyze pgboss.job`;
  const boss = await startBoss(house.url, createLogger('test', 'silent'));
  await using listener = connectAs(house.url);

  const looks = {
    'the page and the metrics': (db: Db) => countQueues(db, CATALOG),
    'dead workers': (db: Db) => reclaimJobs(boss, db, 'listener'),
    'failed events': (db: Db) => findFailedEvents(db, CATALOG, 100),
  };
  for (const [title, look] of Object.entries(looks)) {
    listener.statements.length = 0;
    await look(listener.db);
    const [statement] = listener.statements;
    if (!statement) throw new Error(`${title} asks nothing`);
    expect({ title, faults: planFaults(await explain(listener.sql, statement), 100) }).toEqual({ title, faults: [] });
  }
  await boss.stop({ graceful: false });
});

function connectAs(url: string) {
  const statements: Statement[] = [];
  const database = connect(url, { max: 1, onStatement: (statement) => statements.push(statement) });
  return { ...database, statements, [Symbol.asyncDispose]: () => database.close() };
}
