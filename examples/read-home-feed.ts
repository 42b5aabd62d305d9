/** Prints the first page of somebody's home feed: `npx node examples/read-home-feed.ts --token TOKEN [--url URL]`. */
import { createClient } from '@nexus/client/client';
import { type FeedPostFragment, HomeFeed } from '@nexus/client/public';
import { readArguments } from './arguments.ts';

const client = createClient({ ...readArguments(), name: 'read-home-feed' });

const { viewer } = await client.ask(HomeFeed, { first: 10 });
for (const { node } of viewer?.homeFeed?.edges ?? []) console.log(lineOf(node));

function lineOf({ author, text, reactionCount }: FeedPostFragment): string {
  return `@${author?.handle}: ${text} (${reactionCount ?? '?'} reactions)`;
}
