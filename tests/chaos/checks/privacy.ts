import { type Person, QUERIES } from '../work/operation.ts';
import { ask } from '../work/request.ts';
import { signUp } from '../work/world.ts';

const LOOK = `query ($star: String!, $post: ID!) {
  user(handle: $star) { followerCount followers(first: 10) { totalCount edges { node { handle } } } }
  post(id: $post) { commentCount reactionCount comments(first: 10) { totalCount edges { node { text } } } }
}`;
const SELF = '{ viewer { id email sessions { id } } }';

/**
 * One person has blocked another: the other finds nothing of them among the followers and comments of a third, and no
 * count gives them away. Nobody learns anything about a viewer without being signed in.
 */
export async function findLeaks(gateway: string, round: number): Promise<string[]> {
  const [star, hidden, stranger] = await Promise.all(
    ['star', 'hidden', 'stranger'].map((name) => signUp(gateway, `${name}_of_${round}`)),
  );
  if (!star || !hidden || !stranger) throw new Error('nobody signed up');
  const act = async (who: Person, name: keyof typeof QUERIES, variables: Record<string, unknown>) => {
    const { data } = await ask(gateway, { query: QUERIES[name], variables }, who.token);
    return data?.[name];
  };
  const { post } = await act(star, 'createPost', { text: 'to be answered' });
  await act(hidden, 'followUser', { user: star.id });
  await act(hidden, 'addComment', { post: post.id, text: 'hidden' });
  await act(hidden, 'setReaction', { target: post.id, kind: 'LIKE' });
  await act(hidden, 'blockUser', { user: stranger.id });

  const seen = await ask(gateway, { query: LOOK, variables: { star: star.handle, post: post.id } }, stranger.token);
  const self = await ask(gateway, { query: SELF, variables: {} });
  const nothing = {
    user: { followerCount: 0, followers: { totalCount: 0, edges: [] } },
    post: { commentCount: 0, reactionCount: 0, comments: { totalCount: 0, edges: [] } },
  };
  return [
    ...(JSON.stringify(seen.data) === JSON.stringify(nothing) ? [] : [`somebody blocked sees ${JSON.stringify(seen)}`]),
    ...(self.data?.viewer == null ? [] : [`nobody sees ${JSON.stringify(self)}`]),
  ];
}
