import { expect, test } from 'vitest';
import { rowsWith } from './rows.ts';
import { postsWith, statsWith, TEXT, VIEWS } from './schemas.ts';
import { startStage } from './stage.ts';

const STATS = statsWith(VIEWS);
const MOOD = '"How it feels."\n  mood: String';

const KEPT = postsWith(TEXT, MOOD);
const HASTILY = postsWith(TEXT, `${MOOD} @deprecated`);
const DEPRECATED = postsWith(TEXT, `${MOOD} @deprecated(reason: "Nobody reads it; remove after 2026-09-01.")`);
const REMOVED = postsWith(TEXT);

const LIST = { 'query List { posts { id text views } }': rowsWith('id', 'text', 'views') };
const MOODS = { 'query Moods { posts { id mood views } }': rowsWith('id', 'mood', 'views') };

test('a field is deprecated with a reason and a day, and removed when nobody uses it', async () => {
  await using stage = await startStage({ posts: KEPT, stats: STATS }, { ...LIST, ...MOODS });

  expect(await stage.check({ posts: HASTILY })).toEqual(['warning: LINT_DEPRECATION Post.mood']);
  expect(await stage.check({ posts: DEPRECATED })).toEqual([]);
  await stage.deploy({ posts: DEPRECATED });
  await stage.publish();

  expect(await stage.check({ posts: REMOVED })).toEqual(['error: FIELD_REMOVED Post.mood Moods']);
  await stage.clients.change(LIST);
  expect(await stage.check({ posts: REMOVED })).toEqual(['warning: FIELD_REMOVED Post.mood']);
  await stage.publish({ posts: REMOVED });
  await stage.deploy({ posts: REMOVED });
  await stage.clients.askForAWhile();

  expect(stage.clients.failures).toEqual([]);
});

test('a subgraph that removes a field before the gateway forgets it fails those who still ask for it', async () => {
  await using stage = await startStage({ posts: KEPT, stats: STATS }, { ...LIST, ...MOODS });

  await stage.deploy({ posts: REMOVED });
  await stage.clients.askForAWhile();

  expect(stage.clients.failures).not.toEqual([]);
  expect(stage.clients.failures.filter((failure) => !failure.startsWith('query Moods'))).toEqual([]);
});
