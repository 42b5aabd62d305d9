import type { CorpusCase } from '../corpus-case.ts';

export const deploymentCases: readonly CorpusCase[] = [
  {
    title: 'a field moves, and its old subgraph keeps it for now',
    why: 'The new gateway asks the new subgraph, which must be there by then.',
    patch: {
      'reactions.graphql': `
        +"A person."
        +type User @key(fields: "id") {
        +  "Its id."
        +  id: ID!
        +  "What it got."
        +  badge: Badge @override(from: "users")
        +}
        +
        +"What somebody got."
        +enum Badge {
        +  "For being first."
        +  PIONEER
        +  "For a lot."
        +  AUTHOR
        +}
      `,
    },
    verdict: [
      'warning OVERRIDDEN_FIELD_CAN_BE_REMOVED',
      'notice DEPLOY_BEFORE_GATEWAY User: Profile',
      'notice PLAN_FETCHES_ADDED User.badge: Profile',
    ],
  },
  {
    title: 'a field moves for a tenth of the requests',
    why: 'Of ten requests one goes to the new subgraph, which must be there by then; what it takes when all do is told, too.',
    patch: {
      'reactions.graphql': `
        +"A person."
        +type User @key(fields: "id") {
        +  "Its id."
        +  id: ID!
        +  "What it got."
        +  badge: Badge @override(from: "users", label: "percent(10)")
        +}
        +
        +"What somebody got."
        +enum Badge {
        +  "For being first."
        +  PIONEER
        +  "For a lot."
        +  AUTHOR
        +}
      `,
    },
    verdict: [
      'warning OVERRIDE_MIGRATION_IN_PROGRESS',
      'notice DEPLOY_BEFORE_GATEWAY User: Profile',
      'notice PLAN_FETCHES_ADDED User.badge: Profile',
    ],
  },
  {
    title: 'a field moves and its old subgraph drops it at once',
    why: 'The old gateway still asks the old subgraph: it goes last.',
    patch: {
      'users.graphql': `
        - "What it got."
        - badge: Badge
        - "Its picture."
        + "Its picture."
        ...
        - "What somebody got."
        -enum Badge {
        - "For being first."
        - PIONEER
        - "For a lot."
        - AUTHOR
        -}
      `,
      'reactions.graphql': `
        +"A person."
        +type User @key(fields: "id") {
        +  "Its id."
        +  id: ID!
        +  "What it got."
        +  badge: Badge
        +}
        +
        +"What somebody got."
        +enum Badge {
        +  "For being first."
        +  PIONEER
        +  "For a lot."
        +  AUTHOR
        +}
      `,
    },
    verdict: [
      'warning DEPLOY_AFTER_GATEWAY User.badge: Profile',
      'notice PLAN_FETCHES_ADDED User.badge: Profile',
      'notice DEPLOY_BEFORE_GATEWAY User: Profile',
    ],
  },
  {
    title: 'an entity is found by another key only',
    why: 'The old gateway sends the id, the new one the slug: each version understands only its own.',
    patch: {
      'reactions.graphql': `
        -type Post @key(fields: "id") {
        - "Its id."
        - id: ID!
        +type Post @key(fields: "slug") {
        + "Its name in addresses."
        + slug: String!
      `,
    },
    verdict: ['error NO_SAFE_DEPLOY_ORDER Post: Feed, Popular, Profile', 'warning KEY_REMOVED Post'],
  },
  {
    title: 'an entity is found by another key, too',
    why: 'Both gateways find it.',
    patch: {
      'reactions.graphql': `
        -type Post @key(fields: "id") {
        +type Post @key(fields: "id") @key(fields: "slug") {
        + "Its name in addresses."
        + slug: String!
      `,
    },
    verdict: [],
  },
  {
    title: 'a field requires one field more',
    why: 'The old gateway does not send it, so the answer would be computed from nothing.',
    patch: {
      'reactions.graphql': `
        - text: String! @external
        + text: String! @external
        + "What it is about."
        + title: String @external
        ...
        - summary: String @requires(fields: "text")
        + summary: String @requires(fields: "text title")
      `,
    },
    verdict: ['warning DEPLOY_AFTER_GATEWAY Post.summary: Feed'],
  },
  {
    title: 'an enum that is answered gets a value',
    why: 'The old gateway makes an error of a value that it does not know.',
    patch: {
      'users.graphql': `
        + "Something more."
        + FOUNDER
          "For being first."
      `,
    },
    verdict: ['warning DEPLOY_AFTER_GATEWAY Badge: Profile', 'warning ENUM_VALUE_ADDED Badge.FOUNDER: Profile'],
  },
  {
    title: 'a union gets a member',
    why: 'The old gateway makes an error of a type that it does not know.',
    patch: {
      'posts.graphql': `
        -union SearchResult = Post | User
        +union SearchResult = Post | User | Photo
      `,
    },
    verdict: ['warning DEPLOY_AFTER_GATEWAY SearchResult: Search', 'warning UNION_MEMBER_ADDED SearchResult: Search'],
  },
  {
    title: 'an interface gets an implementation',
    why: 'A diff calls it a new type; clients and the old gateway meet a __typename they do not know.',
    patch: {
      'posts.graphql': `
        +"A sound."
        +type Sound implements Media {
        +  "Where it lies."
        +  url: String!
        +}
      `,
    },
    verdict: ['warning DEPLOY_AFTER_GATEWAY Media: PostPage', 'warning POSSIBLE_TYPE_ADDED Sound: PostPage'],
  },
  {
    title: 'a promise of an answer is taken back',
    why: 'Clients rely on it, and the old gateway makes an error of null.',
    patch: {
      'posts.graphql': `
        - tags: [String!]!
        + tags: [String!]
      `,
    },
    verdict: ['error FIELD_TYPE_CHANGED Post.tags: PostPage', 'warning DEPLOY_AFTER_GATEWAY Post.tags: PostPage'],
  },
  {
    title: 'a new subgraph takes over a field',
    why: 'It must be there before the gateway that asks it.',
    patch: {
      'supergraph.yaml': `
        +  badges: { routing_url: http://127.0.0.1:4/graphql, schema: { file: ./badges.graphql } }
      `,
      'badges.graphql': `
        +extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
        +
        +"A person."
        +type User @key(fields: "id") {
        +  "Its id."
        +  id: ID!
        +  "What it got."
        +  badge: Badge @override(from: "users")
        +}
        +
        +"What somebody got."
        +enum Badge {
        +  "For being first."
        +  PIONEER
        +  "For a lot."
        +  AUTHOR
        +}
      `,
    },
    verdict: [
      'warning OVERRIDDEN_FIELD_CAN_BE_REMOVED',
      'notice DEPLOY_BEFORE_GATEWAY User.badge: Profile',
      'notice PLAN_OTHER_SUBGRAPH User.badge: Profile',
    ],
  },
  {
    title: 'a key that nobody uses is removed',
    why: 'Nobody can reach a post by its slug any more, though all that is known still works.',
    patch: {
      'posts.graphql': `
        -type Post implements Node @key(fields: "id") @key(fields: "slug") {
        +type Post implements Node @key(fields: "id") {
      `,
    },
    verdict: ['warning KEY_REMOVED Post'],
  },
  {
    title: 'a subgraph can no longer be asked for an entity',
    why: 'Its other fields cannot be reached from elsewhere: composition finds the operation that fails.',
    patch: {
      'reactions.graphql': `
        -type Post @key(fields: "id") {
        +type Post @key(fields: "id", resolvable: false) {
      `,
    },
    verdict: ['error SATISFIABILITY_ERROR', 'error SATISFIABILITY_ERROR', 'error SATISFIABILITY_ERROR'],
  },
  {
    title: 'a field is added',
    why: 'Both orders of deployment are safe, and nobody is concerned.',
    patch: {
      'posts.graphql': `
        + "Something more."
        + language: String
          "Its words."
      `,
    },
    verdict: [],
  },
];
