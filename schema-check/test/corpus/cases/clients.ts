import type { CorpusCase } from '../corpus-case.ts';

export const clientsCases: readonly CorpusCase[] = [
  {
    title: 'a field that operations select is removed',
    why: 'They fail.',
    patch: {
      'users.graphql': `
        - "Where it gets mail."
        - email: String
        - "When it was born."
        + "When it was born."
      `,
    },
    verdict: ['error FIELD_REMOVED User.email: Me', 'warning REMOVED_WITHOUT_DEPRECATION User.email'],
  },
  {
    title: 'a field that nobody selects is removed after its date',
    why: 'Clients were told, and none that is known asks for it.',
    patch: {
      'users.graphql': `
        - "How it is told of news."
        - nickname: String @deprecated(reason: "Use name; remove after 2020-01-01.")
      `,
    },
    verdict: ['warning FIELD_REMOVED User.nickname'],
  },
  {
    title: 'a field that nobody selects is removed before its date',
    why: 'Clients were told that they have time.',
    patch: {
      'users.graphql': `
        - "Where it lives."
        - city: String @deprecated(reason: "Nobody needs it; remove after 2999-01-01.")
      `,
    },
    verdict: ['warning FIELD_REMOVED User.city', 'warning REMOVED_BEFORE_ITS_DATE User.city'],
  },
  {
    title: 'an argument that an operation gives is removed',
    why: 'The operation is not valid any more.',
    patch: {
      'users.graphql': `
        - people("Only these." role: Role, "How many." first: Int = 20, "The cursor before." after: String): UserConnection!
        + people("How many." first: Int = 20, "The cursor before." after: String): UserConnection!
      `,
    },
    verdict: [
      'error FIELD_ARGUMENT_REMOVED Query.people(role:): Moderators',
      'warning REMOVED_WITHOUT_DEPRECATION Query.people(role:)',
    ],
  },
  {
    title: 'an argument that nobody gives is removed',
    why: 'None of the known operations notices.',
    patch: {
      'posts.graphql': `
        - readers("How many." first: Int = 10, "The cursor before." after: String): ReaderConnection
        + readers("How many." first: Int = 10): ReaderConnection
      `,
    },
    verdict: [
      'warning LINT_CONNECTION Post.readers',
      'warning FIELD_ARGUMENT_REMOVED Post.readers(after:)',
      'warning REMOVED_WITHOUT_DEPRECATION Post.readers(after:)',
    ],
  },
  {
    title: 'a type gets an interface that is new',
    why: 'No client knows the interface, so none meets a type that it has no case for.',
    patch: {
      'users.graphql': `
        - type User @key(fields: "id") {
        + type User implements Named @key(fields: "id") {
        ...
        + "Something with a name."
        + interface Named {
        +   "Its name in addresses."
        +   handle: String!
        + }
      `,
    },
    verdict: [],
  },
  {
    title: 'a type that was there gets an interface that operations ask for',
    why: 'They meet a type for which they may have no case; those that ask for the type knew it before.',
    patch: {
      'posts.graphql': `
        - type PostEdge {
        + type PostEdge implements Media {
        +   "Where it lies."
        +   url: String!
      `,
    },
    verdict: ['warning OBJECT_TYPE_INTERFACE_ADDED PostEdge: PostPage', 'warning DEPLOY_AFTER_GATEWAY Media: PostPage'],
  },
  {
    title: 'an interface that nobody spreads is taken off a type',
    why: 'None of the known operations notices.',
    patch: {
      'posts.graphql': `
        -type Post implements Node @key(fields: "id") @key(fields: "slug") {
        +type Post @key(fields: "id") @key(fields: "slug") {
      `,
    },
    verdict: ['warning TYPE_REMOVED Node in public', 'warning OBJECT_TYPE_INTERFACE_REMOVED Post'],
  },
  {
    title: 'the items of a list may be null',
    why: 'Clients that were written against the old type read them without looking.',
    patch: {
      'posts.graphql': `
        - tags: [String!]!
        + tags: [String]!
      `,
    },
    verdict: ['error FIELD_TYPE_CHANGED Post.tags: PostPage', 'warning DEPLOY_AFTER_GATEWAY Post.tags: PostPage'],
  },
  {
    title: 'a field is never null any more',
    why: 'Who could bear null can bear this.',
    patch: {
      'users.graphql': `
          "As it wants to be called."
        - name: String
        + name: String!
      `,
    },
    verdict: [
      'notice DEPLOY_BEFORE_GATEWAY User.name: Find, Me, Profile, UpdateProfile',
      'notice FIELD_TYPE_CHANGED User.name',
    ],
  },
  {
    title: 'a subscription is removed',
    why: 'Who listens is refused.',
    patch: {
      'posts.graphql': `
        -type Subscription {
        - "Each post as it is published."
        - postPublished: Post!
        -}
      `,
    },
    verdict: ['error TYPE_REMOVED Subscription: Published'],
  },
  {
    title: 'a description changes',
    why: 'Nobody but a reader notices.',
    patch: {
      'users.graphql': `
        - "As it wants to be called."
        + "As it wants to be called by others."
      `,
    },
    verdict: [],
  },
  {
    title: 'a field is no longer hidden',
    why: 'It was kept from clients on purpose; a diff sees a new field.',
    patch: {
      'users.graphql': `
        - phone: String @inaccessible
        + phone: String
      `,
    },
    verdict: ['warning INACCESSIBLE_REMOVED User.phone'],
  },
  {
    title: 'a field is hidden from clients',
    why: 'For them it is removed.',
    patch: {
      'users.graphql': `
        - birthday: Date
        + birthday: Date @inaccessible
      `,
    },
    verdict: [
      'error FIELD_REMOVED User.birthday: Profile',
      'error TYPE_REMOVED Date in public: Profile',
      'warning REMOVED_WITHOUT_DEPRECATION User.birthday',
    ],
  },
  {
    title: 'a field loses the tag that kept it out of a variant',
    why: 'The public API gets it, though the supergraph is as it was; nothing else has the tag.',
    patch: {
      'users.graphql': `
        - trust: Int @tag(name: "internal")
        + trust: Int
      `,
    },
    verdict: ['warning TAG_UNUSED', 'notice FIELD_ADDED User.trust in public', 'notice TAGS_CHANGED User.trust'],
  },
  {
    title: 'a field gets a tag that keeps it out of a variant',
    why: 'The clients of the public API lose it.',
    patch: {
      'users.graphql': `
        - email: String
        - "When it was born."
        + email: String @tag(name: "internal")
        + "When it was born."
      `,
    },
    verdict: ['error FIELD_REMOVED User.email in public: Me', 'notice TAGS_CHANGED User.email'],
  },
];
