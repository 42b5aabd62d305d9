import { expect, test } from 'vitest';
import { rowsWith } from './rows.ts';
import { postsWith, statsWith, TEXT, VIEWS } from './schemas.ts';
import { startStage } from './stage.ts';

const STATS = statsWith(VIEWS);
const BODY = '"What it says."\n  body: String';
const OLD_TEXT = `${TEXT} @deprecated(reason: "Use body instead; remove after 2026-09-01.")`;

const [BEFORE, BOTH, AFTER] = [postsWith(TEXT), postsWith(OLD_TEXT, BODY), postsWith(BODY)];
const OLD_APP = { 'query List { posts { id text views } }': rowsWith('id', 'text', 'views') };
const NEW_APP = { 'query List { posts { id body views } }': rowsWith('id', 'body', 'views') };

test('a field is renamed over three deploys: both names, clients move, one name', async () => {
  await using stage = await startStage({ posts: BEFORE, stats: STATS }, OLD_APP);
  expect(await stage.check({ posts: AFTER })).toEqual([
    'error: FIELD_REMOVED Post.text List',
    'warning: REMOVED_WITHOUT_DEPRECATION Post.text',
  ]);

  // The first: both names, and the old one says what to use and until when.
  expect(await stage.check({ posts: BOTH })).toEqual([]);
  await stage.deploy({ posts: BOTH });
  await stage.publish();

  // The second is the clients': until the last has moved, the old name stays.
  await stage.clients.change({ ...OLD_APP, ...NEW_APP });
  expect(await stage.check({ posts: AFTER })).toEqual(['error: FIELD_REMOVED Post.text List']);
  await stage.clients.change(NEW_APP);

  // The third: the gateway forgets the old name before the subgraph does.
  expect(await stage.check({ posts: AFTER })).toEqual(['warning: FIELD_REMOVED Post.text']);
  await stage.publish({ posts: AFTER });
  await stage.deploy({ posts: AFTER });
  await stage.clients.askForAWhile();

  expect(stage.clients.failures).toEqual([]);
});
