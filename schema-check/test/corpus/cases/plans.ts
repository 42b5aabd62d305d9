import type { CorpusCase } from '../corpus-case.ts';

const KEY_CHAIN = ['one', 'two', 'three', 'four', 'five', 'six'];

const subgraphLine = (name: string): string =>
  `+  ${name}: { routing_url: http://127.0.0.1:9/${name}, schema: { file: ./${name}.graphql } }`;

/** A subgraph that finds people by the key of the one before it, and knows another key; the last one knows the name. */
function keyChainSchema(index: number): string {
  const key = index === 0 ? 'id' : `key${index}`;
  const isLast = index === KEY_CHAIN.length - 1;
  return `
    +extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@override"])
    +
    +"A person."
    +type User @key(fields: "${key}")${isLast ? '' : ` @key(fields: "key${index + 1}")`} {
    +  "${index === 0 ? 'Its id.' : 'A key.'}"
    +  ${key}: ID!
    +  "${isLast ? 'As it wants to be called.' : 'A key.'}"
    +  ${isLast ? 'name: String @override(from: "users")' : `key${index + 1}: ID!`}
    +}
  `;
}

export const plansCases: readonly CorpusCase[] = [
  {
    title: 'a field is no longer provided on the way',
    why: 'The feed asks users for each author, where one subgraph had the answer.',
    patch: {
      'posts.graphql': `
        - author: User @provides(fields: "handle")
        + author: User
        ...
        - "Its name in addresses."
        - handle: String! @external
      `,
    },
    verdict: ['warning DEPLOY_AFTER_GATEWAY User.handle: Feed', 'notice PLAN_OTHER_SUBGRAPH Post.author: Feed'],
  },
  {
    title: 'a field moves to a subgraph that comes after',
    why: 'Who asks for it waits for two subgraphs, one after the other.',
    patch: {
      'users.graphql': `
        - "As it wants to be called."
        - name: String
        - "Where it gets mail."
        + "Where it gets mail."
      `,
      'reactions.graphql': `
        +"A person."
        +type User @key(fields: "id") {
        +  "Its id."
        +  id: ID!
        +  "As it wants to be called."
        +  name: String @override(from: "users")
        +}
      `,
    },
    verdict: [
      'warning DEPLOY_AFTER_GATEWAY User.name: Find, Me, Profile, UpdateProfile',
      'warning PLAN_HOPS_ADDED User.name: Find, Me, UpdateProfile',
      'warning OVERRIDE_DIRECTIVE_CAN_BE_REMOVED',
      'notice PLAN_FETCHES_ADDED User.name: Profile',
      'notice DEPLOY_BEFORE_GATEWAY User: Find, Me, Profile, UpdateProfile',
    ],
  },
  {
    title: 'a field moves to where only a chain of keys leads',
    why: 'Each subgraph knows the key of the next one: seven subgraphs are asked, one after the other, for a name.',
    patch: {
      'supergraph.yaml': KEY_CHAIN.map(subgraphLine).join('\n'),
      ...Object.fromEntries(KEY_CHAIN.map((name, index) => [`${name}.graphql`, keyChainSchema(index)])),
    },
    verdict: [
      'error PLAN_OVER_BUDGET User.name: Find, Me, Profile, UpdateProfile',
      'warning OVERRIDDEN_FIELD_CAN_BE_REMOVED',
      'notice DEPLOY_BEFORE_GATEWAY User.key5: Find, Me, Profile, UpdateProfile',
      'notice DEPLOY_BEFORE_GATEWAY User.key4: Find, Me, Profile, UpdateProfile',
      'notice DEPLOY_BEFORE_GATEWAY User.key1: Find, Me, Profile, UpdateProfile',
      'notice DEPLOY_BEFORE_GATEWAY User.name: Find, Me, Profile, UpdateProfile',
      'notice DEPLOY_BEFORE_GATEWAY User.key3: Find, Me, Profile, UpdateProfile',
      'notice DEPLOY_BEFORE_GATEWAY User.key2: Find, Me, Profile, UpdateProfile',
    ],
  },
  {
    title: 'a root field moves to the subgraph that has what it returns',
    why: 'One fetch instead of two; the old subgraph may keep it until the gateway knows.',
    patch: {
      'posts.graphql': `
        + "What most people like."
        + popular: [Post!]! @listSize(assumedSize: 10) @override(from: "reactions")
          "What has these words."
      `,
    },
    verdict: ['warning OVERRIDDEN_FIELD_CAN_BE_REMOVED', 'notice DEPLOY_BEFORE_GATEWAY Query.popular: Popular'],
  },
  {
    title: 'a field that was computed from another one is stored',
    why: 'One fetch less waits.',
    patch: {
      'reactions.graphql': `
        - "What it says."
        - text: String! @external
        - "How many reacted."
        + "How many reacted."
        ...
        - summary: String @requires(fields: "text")
        + summary: String
      `,
    },
    verdict: ['notice DEPLOY_BEFORE_GATEWAY Post.summary: Feed'],
  },
];
