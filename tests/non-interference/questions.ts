/** What the viewer is recommended, whom or what they know or not. */
export const RECOMMENDED = `
query ($languages: [String!]) {
  explore(window: DAY, languages: $languages, first: 50) { edges { node { author { handle } } } }
  suggestedUsers(first: 50) { edges { node { handle } } }
}`;

const FEED = `
fragment Feed on FeedConnection {
  edges {
    cursor
    reason { ... on SharedBy { actor { handle } otherActorCount } }
    node { id text author { handle } reactionCount commentCount shareCount quoteCount }
  }
  pageInfo { hasNextPage endCursor }
}`;

/** What is the viewer's own, and what came of it. */
export const OWN = `
query ($tags: [String!]!, $own: ID!, $poll: ID!, $since: DateTime!, $range: DateRangeInput!) {
  viewer {
    ...Home
    ...Discovery
    ...Own
  }
  own: post(id: $own) {
    bookmarkCount labels labelAction isPinned viewerFeedback moderation
    analytics(range: $range, granularity: DAY) {
      series { metric total points { value } } engagementRate fromFollowersRatio
    }
  }
  asked: post(id: $poll) {
    bookmarkCount viewerHasBookmarked
    poll { hasEnded voterCount viewerChoices options { text voteCount } }
  }
}

fragment Home on Viewer {
  homeFeed(first: 30) { ...Feed }
  tagged: homeFeed(first: 2, filter: { hashtags: $tags }) { ...Feed }
  reactedPosts(first: 10) { totalCount edges { node { id } } }
  followRequests(first: 10) { totalCount edges { node { id } } }
  blockedUsers(first: 10) { totalCount edges { node { handle } } }
  mutedUsers(first: 10) { totalCount edges { node { handle } } }
  lists { id }
}

fragment Discovery on Viewer {
  suggestedPosts(first: 4) { ...Feed }
  newTopics(since: $since) { hashtag { name } postCount }
  followedHashtags { name }
  feeds { name authorIds items(first: 3) { ...Feed } }
}

fragment Own on Viewer {
  bookmarks(first: 5) { totalCount edges { cursor node { id post { id text } } } }
  bookmarkCollections { name count }
  drafts(first: 5) { edges { node { id text } } }
  scheduledPosts(first: 5) { edges { node { id text } } }
  moderationNotices(first: 5) { edges { node { kind } } }
  analytics(range: $range) {
    series { metric total previousTotal points { value } }
    engagementRate fromFollowersRatio audience { value }
    topPosts(metric: REACTIONS, first: 5) { value post { id } }
    bestHours { weekday hour engagements }
  }
}
${FEED}`;

/** What there is of others: `tag…` and `handle…` are the world's own. */
export const OTHERS = `
query (
  $tag1: String!, $tag2: String!, $ids: [ID!]!, $one: ID!, $two: ID!
  $handle1: String!, $handle2: String!, $search: String!, $hidden: String!
) {
  person1: user(handle: $handle1) { ...Person }
  person2: user(handle: $handle2) { ...Person }
  hidden: user(handle: $hidden) { id handle }
  searchUsers(query: $search, first: 20) { totalCount edges { node { handle } } }
  post1: post(id: $one) { ...Whole }
  post2: post(id: $two) { ...Whole }
  postLookup(ids: $ids) { __typename ... on Post { id text } ... on UnavailablePost { id reason } }
  cats: hashtag(name: $tag1) { ...Tag }
  dogs: hashtag(name: $tag2) { ...Tag }
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

fragment Tag on Hashtag {
  id name postCount isFollowed history(days: 2) { posts accounts }
  posts(first: 3) { edges { node { id text } } pageInfo { hasNextPage endCursor } }
}

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
