/** What an operation leaves behind if it has an effect. */
export type Effect =
  /** Something new, known again by the marker in its text: it is there once or not at all. */
  | { made: 'post' | 'comment'; marker: string }
  /** One of the values that a place has: whose reaction to what, who follows whom. */
  | { place: string; value: string }
  /** Nothing: it only reads what has to be there. */
  | { read: string };

export type Operation = {
  /** The field of the answer. */
  name: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
  effect: Effect;
  /** Asked again with the same key, it has its effect once. */
  isKeyed: boolean;
};

export type Person = { id: string; uuid: string; handle: string; token: string; refreshToken: string };

/** Whom and what operations are about; `clients` act, the others are acted upon. */
export type World = {
  clients: readonly Person[];
  followed: readonly Person[];
  blocked: readonly Person[];
  /** Public ids, with their uuid. */
  posts: readonly Thing[];
  comments: readonly (Thing & { postId: string })[];
};

export type Thing = { id: string; uuid: string };

const ERRORS = 'userErrors { code message }';

export const QUERIES = {
  createPost: `mutation ($key: String, $text: String!) {
    createPost(input: { idempotencyKey: $key, content: { text: $text } }) { post { id } ${ERRORS} }
  }`,
  addComment: `mutation ($key: String, $post: ID!, $text: String!) {
    addComment(input: { idempotencyKey: $key, postId: $post, text: $text }) { commentEdge { node { id } } ${ERRORS} }
  }`,
  setReaction: `mutation ($target: ID!, $kind: ReactionKind) {
    setReaction(input: { targetId: $target, kind: $kind }) { ${ERRORS} }
  }`,
  sharePost: `mutation ($key: String, $post: ID!) {
    sharePost(input: { idempotencyKey: $key, postId: $post }) { share { id } ${ERRORS} }
  }`,
  unsharePost: `mutation ($post: ID!) { unsharePost(input: { postId: $post }) { ${ERRORS} } }`,
  followUser: `mutation ($user: ID!) { followUser(input: { userId: $user }) { ${ERRORS} } }`,
  unfollowUser: `mutation ($user: ID!) { unfollowUser(input: { userId: $user }) { ${ERRORS} } }`,
  blockUser: `mutation ($user: ID!) { blockUser(input: { userId: $user }) { ${ERRORS} } }`,
  unblockUser: `mutation ($user: ID!) { unblockUser(input: { userId: $user }) { ${ERRORS} } }`,
  deletePost: `mutation ($post: ID!) { deletePost(input: { postId: $post }) { ${ERRORS} } }`,
  deleteComment: `mutation ($comment: ID!) { deleteComment(input: { commentId: $comment }) { ${ERRORS} } }`,
  post: `query ($post: ID!) {
    post(id: $post) { id text author { handle } commentCount reactionCount shareCount
      comments(first: 10, sort: NEWEST) { edges { node { text author { handle } } } } }
  }`,
} as const;

/** The name of a place whose value one person decides. */
export const placeOf = (kind: 'reaction' | 'share' | 'follow' | 'block', who: string, what: string): string =>
  `${kind} ${who} ${what}`;
