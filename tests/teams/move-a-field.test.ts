import { expect, test } from 'vitest';
import { rowsWith } from './rows.ts';
import { postsWith, statsWith, TEXT, VIEWS } from './schemas.ts';
import { startStage } from './stage.ts';

const LIKES = '"How many people like it."\n  likes: Int';

const POSTS = postsWith(TEXT, LIKES);
const STATS = statsWith(VIEWS);
const HALF = statsWith(VIEWS, `${LIKES} @override(from: "posts", label: "percent(50)")`);
const ALL = statsWith(VIEWS, `${LIKES} @override(from: "posts")`);
const [POSTS_WITHOUT, MOVED] = [postsWith(TEXT), statsWith(VIEWS, LIKES)];

const ASKED = {
  'query Likes { posts { id likes } }': rowsWith('id', 'likes'),
  'query List { posts { id text views likes } }': rowsWith('id', 'text', 'views', 'likes'),
};

test('a field moves to another subgraph: half of the traffic, all of it, then its old home forgets it', async () => {
  await using stage = await startStage({ posts: POSTS, stats: STATS }, ASKED);

  expect(await stage.check({ posts: POSTS_WITHOUT, stats: MOVED })).toContain(
    'warning: DEPLOY_AFTER_GATEWAY Post.likes Likes List',
  );

  // Its new home answers it before anybody is sent there.
  expect(await stage.check({ stats: HALF })).toEqual([
    'warning: OVERRIDE_MIGRATION_IN_PROGRESS',
    'warning: PLAN_HOPS_ADDED Post.likes Likes',
  ]);
  await stage.deploy({ stats: HALF });
  await stage.publish();

  expect(await stage.check({ stats: ALL })).toEqual(['warning: OVERRIDDEN_FIELD_CAN_BE_REMOVED']);
  await stage.deploy({ stats: ALL });
  await stage.publish();

  // Nobody asks the old home any more: the gateway first, then the subgraph.
  expect(await stage.check({ posts: POSTS_WITHOUT, stats: MOVED })).toEqual([]);
  await stage.publish({ posts: POSTS_WITHOUT, stats: MOVED });
  await stage.deploy({ posts: POSTS_WITHOUT, stats: MOVED });
  await stage.clients.askForAWhile();

  expect(stage.clients.failures).toEqual([]);
});

test('a label sends a share of the requests to the new home, and the others to the old one', async () => {
  const likes = { 'query Likes { posts { id likes } }': rowsWith('id', 'likes') };
  await using stage = await startStage({ posts: POSTS, stats: STATS }, ASKED);
  await stage.deploy({ stats: HALF });
  await stage.publish();

  await stage.clients.change(likes);
  const [before, asked] = [stage.answered('stats'), stage.clients.answered()];
  while (stage.clients.answered() < asked + 400) await stage.clients.askForAWhile();

  const share = (stage.answered('stats') - before) / (stage.clients.answered() - asked);
  expect(share).toBeGreaterThan(0.35);
  expect(share).toBeLessThan(0.65);
  expect(stage.clients.failures).toEqual([]);
});
