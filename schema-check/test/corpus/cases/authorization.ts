import type { CorpusCase } from '../corpus-case.ts';

export const authorizationCases: readonly CorpusCase[] = [
  {
    title: 'a field that everybody saw takes a sign-in',
    why: 'Clients without a session are refused what they got.',
    patch: {
      'users.graphql': `
          "Where it gets mail."
        - email: String
        + email: String @authenticated
      `,
    },
    verdict: ['error AUTHORIZATION_TIGHTENED User.email: Me'],
  },
  {
    title: 'a type takes a sign-in',
    why: 'Every field that returns it is refused with it.',
    patch: {
      'users.graphql': `
        -type Avatar {
        +type Avatar @authenticated {
      `,
    },
    verdict: ['error AUTHORIZATION_TIGHTENED Avatar: Me, Profile'],
  },
  {
    title: 'a mutation takes a role instead of a sign-in',
    why: 'Members could change their profile and no longer can.',
    patch: {
      'users.graphql': `
        - updateProfile("What to change." input: UpdateProfileInput!): UpdateProfilePayload! @authenticated
        + updateProfile("What to change." input: UpdateProfileInput!): UpdateProfilePayload! @requiresScopes(scopes: [["moderate"]])
      `,
    },
    verdict: ['error AUTHORIZATION_TIGHTENED Mutation.updateProfile: UpdateProfile'],
  },
  {
    title: 'a field takes one scope more',
    why: 'Moderators who are no administrators are refused.',
    patch: {
      'users.graphql': `
        - reports: [Report!]! @requiresScopes(scopes: [["moderate"]]) @listSize(assumedSize: 20)
        + reports: [Report!]! @requiresScopes(scopes: [["admin", "moderate"]]) @listSize(assumedSize: 20)
      `,
    },
    verdict: ['error AUTHORIZATION_TIGHTENED Query.reports: Reports'],
  },
  {
    title: 'a field may be had by other scopes, too',
    why: 'Who was let in still is, and so are others: somebody has to mean that.',
    patch: {
      'users.graphql': `
        - reports: [Report!]! @requiresScopes(scopes: [["moderate"]]) @listSize(assumedSize: 20)
        + reports: [Report!]! @requiresScopes(scopes: [["moderate"], ["audit"]]) @listSize(assumedSize: 20)
      `,
    },
    verdict: ['warning AUTHORIZATION_LOOSENED Query.reports: Reports'],
  },
  {
    title: 'a field loses its scopes',
    why: 'Anyone may read the reports from now on.',
    patch: {
      'users.graphql': `
        - reports: [Report!]! @requiresScopes(scopes: [["moderate"]]) @listSize(assumedSize: 20)
        + reports: [Report!]! @listSize(assumedSize: 20)
      `,
    },
    verdict: ['warning AUTHORIZATION_LOOSENED Query.reports: Reports'],
  },
  {
    title: 'a type no longer takes a sign-in',
    why: 'What people set is open to anyone.',
    patch: {
      'users.graphql': `
        -type Settings @authenticated {
        +type Settings {
      `,
    },
    verdict: ['warning AUTHORIZATION_LOOSENED Settings'],
  },
  {
    title: 'a policy is put on a field that no operation selects',
    why: 'Nobody who is known is refused, but clients may be unknown.',
    patch: {
      'users.graphql': `
        - trust: Int @tag(name: "internal")
        + trust: Int @tag(name: "internal") @policy(policies: [["staff"]])
      `,
    },
    verdict: ['warning AUTHORIZATION_TIGHTENED User.trust'],
  },
  {
    title: 'a protected type joins an interface',
    why: 'What an object will be is not known before it is fetched: the whole interface is protected with it.',
    patch: {
      'posts.graphql': `
        +"Something live."
        +type Stream implements Media @authenticated {
        +  "Where it lies."
        +  url: String!
        +}
      `,
    },
    verdict: [
      'error AUTHORIZATION_TIGHTENED Media: PostPage',
      'warning DEPLOY_AFTER_GATEWAY Media: PostPage',
      'warning POSSIBLE_TYPE_ADDED Stream: PostPage',
    ],
  },
  {
    title: 'a directive is imported under another name and used',
    why: 'What counts is the specification, not the name.',
    patch: {
      'users.graphql': `
        - "@policy"
        + { name: "@policy", as: "@only" }
        ...
        - email: String
        - "When it was born."
        + email: String @only(policies: [["staff"]])
        + "When it was born."
      `,
    },
    verdict: ['error AUTHORIZATION_TIGHTENED User.email: Me'],
  },
  {
    title: 'the scopes of a field are written in another order',
    why: 'The same people are let in.',
    patch: {
      'users.graphql': `
        - reports: [Report!]! @requiresScopes(scopes: [["moderate"]]) @listSize(assumedSize: 20)
        + reports: [Report!]! @listSize(assumedSize: 20) @requiresScopes(scopes: ["moderate"])
      `,
    },
    verdict: [],
  },
  {
    title: 'a new field takes a sign-in',
    why: 'Nobody has had it before.',
    patch: {
      'users.graphql': `
        + "Something more."
        + drafts: Int @authenticated
          "What it set."
      `,
    },
    verdict: [],
  },
];
