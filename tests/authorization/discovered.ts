import { type Asker, seesPerson } from './model.ts';
import type { Run, World } from './world.ts';

/** A hashtag that somebody follows, a feed that its owner alone sees, and one that others see. */
export async function discover({ world, run }: { world: World; run: Run }): Promise<void> {
  const follow =
    '($name: String!) { setHashtagFollowed(input: { name: $name, followed: true }) { userErrors { message } } }';
  await run('stranger', follow, { name: 'of_public' });
  for (const isPublic of [false, true]) {
    const name = isPublic ? 'a public feed' : 'a private feed';
    const { feed } = await run<{ feed: { id: string } }>(
      'author',
      '($input: UpsertFeedInput!) { upsertFeed(input: $input) { feed { id } userErrors { message } } }',
      { input: { name, isPublic, hashtags: ['of_public', 'of_onlyMe'] } },
    );
    const isSeenBy = (asker: Asker) => (isPublic ? seesPerson(asker, 'author') : asker === 'author');
    world.things.push({ type: 'CustomFeed', id: feed.id, name, text: name, isSeenBy });
  }
}
