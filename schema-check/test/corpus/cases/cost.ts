import type { CorpusCase } from '../corpus-case.ts';

export const costCases: readonly CorpusCase[] = [
  {
    title: 'a field in a list costs more',
    why: 'A page of twenty posts pays it twenty times.',
    patch: {
      'reactions.graphql': `
        - summary: String @requires(fields: "text")
        + summary: String @requires(fields: "text") @cost(weight: 10)
      `,
    },
    verdict: ['warning COST_GROWN Post.summary: Feed'],
  },
  {
    title: 'a field in a list costs so much that a page is over the limit',
    why: 'The gateway refuses the operation before it is planned.',
    patch: {
      'reactions.graphql': `
        - summary: String @requires(fields: "text")
        + summary: String @requires(fields: "text") @cost(weight: 1000)
      `,
    },
    verdict: ['error COST_OVER_LIMIT Post.summary: Feed'],
  },
  {
    title: 'a type costs more',
    why: 'Wherever it is returned.',
    patch: {
      'users.graphql': `
        -type Avatar {
        +type Avatar @cost(weight: 30) {
      `,
    },
    verdict: ['warning COST_GROWN Avatar: Me, Profile'],
  },
  {
    title: 'a field no longer says how long its list is',
    why: 'The gateway has to guess what it protects itself from.',
    patch: {
      'reactions.graphql': `
        - popular: [Post!]! @listSize(assumedSize: 10)
        + popular: [Post!]!
      `,
    },
    verdict: ['warning LIST_SIZE_REMOVED Query.popular: Popular', 'notice LINT_LIST_WITHOUT_PAGES Query.popular'],
  },
  {
    title: 'a list becomes longer',
    why: 'All that is selected in it costs as much more.',
    patch: {
      'reactions.graphql': `
        - popular: [Post!]! @listSize(assumedSize: 10)
        + popular: [Post!]! @listSize(assumedSize: 100)
      `,
    },
    verdict: ['warning COST_GROWN Query.popular: Popular', 'notice LIST_SIZE_GROWN Query.popular: Popular'],
  },
  {
    title: 'the default size of a page grows',
    why: 'Who names no size gets, and pays, ten times as much.',
    patch: {
      'posts.graphql': `
        - readers("How many." first: Int = 10, "The cursor before." after: String): ReaderConnection
        + readers("How many." first: Int = 100, "The cursor before." after: String): ReaderConnection
      `,
    },
    verdict: [
      'error COST_OVER_LIMIT Post.readers: Readers',
      'warning FIELD_ARGUMENT_DEFAULT_CHANGED Post.readers(first:): Readers',
    ],
  },
  {
    title: 'a page-size argument loses its default and has to be given',
    why: 'The gateway refuses operations that do not say how much they want.',
    patch: {
      'posts.graphql': `
        - readers("How many." first: Int = 10, "The cursor before." after: String): ReaderConnection
        -   @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
        + readers("How many." first: Int, "The cursor before." after: String): ReaderConnection
        +   @listSize(slicingArguments: ["first"], sizedFields: ["edges"])
      `,
    },
    verdict: [
      'error OPERATION_NEEDS_PAGE_SIZE Post.readers: Readers',
      'warning LINT_PAGE_SIZE Post.readers',
      'warning FIELD_ARGUMENT_DEFAULT_CHANGED Post.readers(first:): Readers',
    ],
  },
  {
    title: 'an input field that variables give costs more than may be asked',
    why: 'The gateway counts what variables hold, and refuses it.',
    patch: {
      'users.graphql': `
        - theme: Theme = LIGHT
        + theme: Theme = LIGHT @cost(weight: 20000)
      `,
    },
    verdict: ['error COST_OVER_LIMIT UpdateProfileInput.theme: UpdateProfile'],
  },
  {
    title: 'an argument that a variable gives costs more',
    why: 'Whoever gives it pays for it.',
    patch: {
      'users.graphql': `
        - user("Without the @." handle: String!): User
        + user("Without the @." handle: String! @cost(weight: 500)): User
      `,
    },
    verdict: ['warning COST_GROWN Query.user: Profile'],
  },
  {
    title: 'a mutation costs less',
    why: 'Nobody is worse off.',
    patch: {
      'posts.graphql': `
        - createPost("What to publish." input: CreatePostInput!): CreatePostPayload! @authenticated @cost(weight: 10)
        + createPost("What to publish." input: CreatePostInput!): CreatePostPayload! @authenticated @cost(weight: 5)
      `,
    },
    verdict: [],
  },
];
