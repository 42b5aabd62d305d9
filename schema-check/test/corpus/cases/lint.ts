import type { CorpusCase } from '../corpus-case.ts';

export const lintCases: readonly CorpusCase[] = [
  {
    title: 'a field is named in another style',
    why: 'Clients will know it by that name for years.',
    patch: {
      'users.graphql': `
        + "Something more."
        + full_name: String
          "What it set."
      `,
    },
    verdict: ['warning LINT_NAME User.full_name'],
  },
  {
    title: 'a type is named in another style',
    why: 'Types are written like This.',
    patch: {
      'users.graphql': `
        + "Something more."
        + pet: pet
          "What it set."
        ...
        +"An animal."
        +type pet {
        +  "How it is called."
        +  name: String
        +}
      `,
    },
    verdict: ['warning LINT_NAME pet'],
  },
  {
    title: 'an enum value is named in another style',
    why: 'Values are written LIKE_THIS.',
    patch: {
      'users.graphql': `
        + "Something more."
        + highContrast
          "Light on dark."
      `,
    },
    verdict: ['warning LINT_NAME Theme.highContrast', 'notice ENUM_VALUE_ADDED Theme.highContrast'],
  },
  {
    title: 'a field has no description',
    why: 'Who reads the schema has to guess.',
    patch: {
      'users.graphql': `
          birthday: Date
        + website: String
      `,
    },
    verdict: ['warning LINT_DESCRIPTION_MISSING User.website'],
  },
  {
    title: 'a connection has no pageInfo',
    why: 'Clients cannot tell whether there is more.',
    patch: {
      'users.graphql': `
        + "Something more."
        + pets("How many." first: Int = 10, "The cursor before." after: String): PetConnection @listSize(slicingArguments: ["first"], sizedFields: ["edges"], requireOneSlicingArgument: false)
          "What it set."
        ...
        +"Animals in pages."
        +type PetConnection {
        +  "The items."
        +  edges: [PetEdge!]!
        +}
        +
        +"An animal in a page."
        +type PetEdge {
        +  "Where it lies."
        +  cursor: String!
        +  "The owner."
        +  node: User!
        +}
      `,
    },
    verdict: ['warning LINT_CONNECTION PetConnection'],
  },
  {
    title: 'a connection is returned without a way to page',
    why: 'Nobody can ask for what follows.',
    patch: {
      'posts.graphql': `
        + "Something more."
        + likers: ReaderConnection
          "Its words."
      `,
    },
    verdict: ['warning LINT_CONNECTION Post.likers'],
  },
  {
    title: 'a list of objects has neither pages nor a size',
    why: 'It will grow, and nobody knows what it costs.',
    patch: {
      'posts.graphql': `
        + "Something more."
        + editors: [User!]!
          "Its words."
      `,
    },
    verdict: ['notice LINT_LIST_WITHOUT_PAGES Post.editors'],
  },
  {
    title: 'a mutation takes loose arguments and returns an entity',
    why: 'It cannot grow, and has no place for what a person can fix.',
    patch: {
      'users.graphql': `
        -type Mutation {
        +type Mutation {
        + "Renames the viewer."
        + rename("To what." name: String!, "Whether to tell." quietly: Boolean): User @authenticated
      `,
    },
    verdict: ['warning LINT_MUTATION Mutation.rename', 'warning LINT_MUTATION Mutation.rename'],
  },
  {
    title: 'a payload has no userErrors',
    why: 'A form cannot show why it was refused.',
    patch: {
      'users.graphql': `
        -type Mutation {
        +type Mutation {
        + "Renames the viewer."
        + rename("To what." input: RenameInput!): RenamePayload! @authenticated
        ...
        +"A new name."
        +input RenameInput {
        +  "The name."
        +  name: String!
        +}
        +
        +"How renaming ended."
        +type RenamePayload {
        +  "The person."
        +  user: User
        +}
      `,
    },
    verdict: ['warning LINT_MUTATION RenamePayload'],
  },
  {
    title: 'a page has no bound',
    why: 'What it costs is known only when it is fetched.',
    patch: {
      'posts.graphql': `
        + "Something more."
        + likers("How many." first: Int, "The cursor before." after: String): ReaderConnection
          "Its words."
      `,
    },
    verdict: ['warning LINT_PAGE_SIZE Post.likers'],
  },
  {
    title: 'a field is deprecated without a date',
    why: 'Nobody knows how long it stays.',
    patch: {
      'users.graphql': `
        - birthday: Date
        + birthday: Date @deprecated(reason: "Use age.")
      `,
    },
    verdict: ['warning LINT_DEPRECATION User.birthday', 'notice FIELD_DEPRECATION_ADDED User.birthday'],
  },
  {
    title: 'a field is deprecated with what to use and until when',
    why: 'So it should be.',
    patch: {
      'users.graphql': `
        - birthday: Date
        + birthday: Date @deprecated(reason: "Use age; remove after 2999-01-01.")
      `,
    },
    verdict: ['notice FIELD_DEPRECATION_ADDED User.birthday'],
  },
  {
    title: 'a whole feature is added by the conventions',
    why: 'There is nothing to say.',
    patch: {
      'reactions.graphql': `
        -type Mutation {
        +type Mutation {
        + "Follows a post."
        + followPost("Which." input: FollowPostInput!): FollowPostPayload! @authenticated
        ...
        +"Which post to follow."
        +input FollowPostInput {
        +  "Its id."
        +  postId: ID!
        +}
        +
        +"How following ended."
        +type FollowPostPayload {
        +  "The post."
        +  post: Post
        +  "Why it was refused."
        +  userErrors: [UserError!]!
        +}
      `,
    },
    verdict: [],
  },
];
