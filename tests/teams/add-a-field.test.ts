import { expect, test } from 'vitest';
import { rowsWith } from './rows.ts';
import { postsWith, statsWith, TEXT, VIEWS } from './schemas.ts';
import { startStage } from './stage.ts';

const STATS = statsWith(VIEWS);
const POSTS = postsWith(TEXT);
const WITH_WORDS = postsWith(TEXT, '"How many words it has."\n  wordCount: Int');

const LIST = 'query List { posts { id text views } }';
const ASKED = { [LIST]: rowsWith('id', 'text', 'views') };
const WORDS = 'query Words { posts { id wordCount views } }';

test('a field is added: the subgraph first, then the supergraph, then the clients', async () => {
  await using stage = await startStage({ posts: POSTS, stats: STATS }, ASKED);

  expect(await stage.check({ posts: WITH_WORDS })).toEqual([]);
  await stage.deploy({ posts: WITH_WORDS });
  await stage.publish();
  await stage.clients.change({ ...ASKED, [WORDS]: rowsWith('id', 'wordCount', 'views') });

  expect(stage.clients.failures).toEqual([]);
});

test('a gateway that knows the field before its subgraph does fails those who ask for it, and nobody else', async () => {
  await using stage = await startStage({ posts: POSTS, stats: STATS }, ASKED);

  await stage.publish({ posts: WITH_WORDS });
  expect(stage.clients.failures).toEqual([]);

  await stage.clients.change({ ...ASKED, [WORDS]: rowsWith('id', 'wordCount', 'views') });
  expect(stage.clients.failures).not.toEqual([]);
  expect(stage.clients.failures.filter((failure) => !failure.startsWith(WORDS))).toEqual([]);
});
