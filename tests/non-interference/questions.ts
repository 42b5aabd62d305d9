/** What the viewer asks of every world: `tag…` and `handle…` are the world's own. */
export const QUESTIONS = `
query Home($tags: [String!]!) {
  viewer {
    homeFeed(first: 30) { ...Feed }
    tagged: homeFeed(first: 2, filter: { hashtags: $tags }) { ...Feed }
    reactedPosts(first: 10) { totalCount edges { node { id } } }
    followRequests(first: 10) { totalCount edges { node { id } } }
    blockedUsers(first: 10) { totalCount edges { node { handle } } }
    mutedUsers(first: 10) { totalCount edges { node { handle } } }
    lists { id }
  }
}

query People($handle1: String!, $handle2: String!, $search: String!, $hidden: String!) {
  one: user(handle: $handle1) { ...Person }
  two: user(handle: $handle2) { ...Person }
  hidden: user(handle: $hidden) { id handle }
  searchUsers(query: $search, first: 20) { totalCount edges { node { handle } } }
}

query Posts($one: ID!, $two: ID!) {
  one: post(id: $one) { ...Whole }
  two: post(id: $two) { ...Whole }
}

query Tags($ids: [ID!]!, $tag1: String!, $tag2: String!) {
  postLookup(ids: $ids) { __typename ... on Post { id text } ... on UnavailablePost { id reason } }
  cats: hashtag(name: $tag1) { ...Tag }
  dogs: hashtag(name: $tag2) { ...Tag }
}

fragment Feed on FeedConnection {
  edges {
    cursor
    reason { ... on SharedBy { actor { handle } otherActorCount } }
    node { id text author { handle } reactionCount commentCount shareCount quoteCount }
  }
  pageInfo { hasNextPage endCursor }
}

fragment Person on User {
  id handle displayName bio followerCount followingCount postCount
  followers(first: 10) { totalCount edges { cursor node { handle } } pageInfo { hasNextPage endCursor } }
  following(first: 10) { totalCount edges { cursor node { handle } } pageInfo { hasNextPage endCursor } }
  followersYouKnow(first: 5) { totalCount edges { node { handle } } }
  relationship { isFollowing isFollowedBy isBlocking isMuting }
  posts(first: 10, kind: POSTS_AND_SHARES) { edges { node { id text } } pageInfo { hasNextPage endCursor } }
  comments(first: 10) { totalCount edges { node { id text } } pageInfo { hasNextPage endCursor } }
}

fragment Tag on Hashtag { id name postCount posts(first: 3) { edges { node { id text } } pageInfo { hasNextPage endCursor } } }

fragment Whole on Post {
  id text facets { mention { handle } } quoteCount
  quotes(first: 5) { edges { node { id } } }
  reactionCount reactionSummary { kind count } commentCount shareCount canComment canShare
  reactions(first: 2) { totalCount edges { cursor node { kind user { handle } } } pageInfo { hasNextPage endCursor } }
  shares(first: 5) { totalCount edges { cursor node { user { handle } } } pageInfo { hasNextPage endCursor } }
  comments(sort: NEWEST, first: 3) { totalCount ...Comments }
}

fragment Comments on CommentConnection {
  pageInfo { hasNextPage endCursor }
  edges {
    cursor
    node {
      id text state depth replyCount reactionCount reactionSummary { kind count } author { handle } parent { id }
      reactions(first: 2) { totalCount edges { node { user { handle } } } }
      replies(sort: OLDEST, first: 3) {
        totalCount
        edges { node { id text replyCount author { handle } replies(sort: OLDEST, first: 3) { totalCount edges { node { id text } } } } }
      }
    }
  }
}`;
