import type { CorpusCase } from '../corpus-case.ts';

export const inputsCases: readonly CorpusCase[] = [
  {
    title: 'an argument with a default takes null no longer',
    why: 'Operations with a nullable variable stay valid; those that send null are refused.',
    patch: {
      'users.graphql': `
        - avatar("Of so many pixels." size: Int = 64): Avatar
        + avatar("Of so many pixels." size: Int! = 64): Avatar
      `,
    },
    verdict: [
      'warning FIELD_ARGUMENT_TYPE_CHANGED User.avatar(size:)',
      'warning NULL_REFUSED User.avatar(size:): Profile',
    ],
  },
  {
    title: 'an enum that is only given gets a value',
    why: 'No client ever receives it.',
    patch: {
      'users.graphql': `
        + "Something more."
        + CONTRAST
          "Light on dark."
      `,
    },
    verdict: ['notice ENUM_VALUE_ADDED Theme.CONTRAST'],
  },
  {
    title: 'a required input field loses its default',
    why: 'Variables that leave it out are refused.',
    patch: {
      'users.graphql': `
        - sendsMail: Boolean! = true
        + sendsMail: Boolean!
      `,
    },
    verdict: [
      'error DEFAULT_REMOVED_FROM_REQUIRED UpdateProfileInput.sendsMail: UpdateProfile',
      'warning DEPLOY_AFTER_GATEWAY UpdateProfileInput.sendsMail: UpdateProfile',
      'warning INPUT_FIELD_DEFAULT_VALUE_CHANGED UpdateProfileInput.sendsMail: UpdateProfile',
    ],
  },
  {
    title: 'a required input field loses its default, which an operation leaves out in its text',
    why: 'The operation is no longer valid.',
    patch: {
      'posts.graphql': `
        - visibility: Visibility! = EVERYBODY
        + visibility: Visibility!
      `,
    },
    verdict: [
      'error OPERATION_REFUSED: CreatePost',
      'warning DEFAULT_REMOVED_FROM_REQUIRED CreatePostInput.visibility',
      'warning INPUT_FIELD_DEFAULT_VALUE_CHANGED CreatePostInput.visibility: CreatePost',
    ],
  },
  {
    title: 'an input becomes @oneOf',
    why: 'Composition does not know the directive.',
    patch: {
      'users.graphql': `
        -input FindInput {
        +input FindInput @oneOf {
      `,
    },
    verdict: ['error INVALID_GRAPHQL'],
  },
  {
    title: 'a scalar is specified otherwise',
    why: 'The type is called the same; clients parse what it is no longer.',
    patch: {
      'users.graphql': `
        -scalar Date @specifiedBy(url: "https://example.org/iso-8601-day")
        +scalar Date @specifiedBy(url: "https://example.org/unix-seconds")
      `,
    },
    verdict: ['warning SCALAR_SPECIFICATION_CHANGED Date: Profile'],
  },
  {
    title: 'an optional input field is added',
    why: 'Nobody has to give it.',
    patch: {
      'users.graphql': `
        + "Something more."
        + city: String
          "Whether to send mail."
      `,
    },
    verdict: ['notice INPUT_FIELD_ADDED UpdateProfileInput.city'],
  },
  {
    title: 'a required input field with a default is added',
    why: 'Nobody has to give it.',
    patch: {
      'users.graphql': `
        + "Something more."
        + isPublic: Boolean! = true
          "Whether to send mail."
      `,
    },
    verdict: ['notice INPUT_FIELD_ADDED UpdateProfileInput.isPublic'],
  },
  {
    title: 'a required input field is added',
    why: 'Nobody gives it yet.',
    patch: {
      'users.graphql': `
        + "Something more."
        + isPublic: Boolean!
          "Whether to send mail."
      `,
    },
    verdict: [
      'error INPUT_FIELD_ADDED UpdateProfileInput.isPublic: UpdateProfile',
      'warning DEPLOY_AFTER_GATEWAY UpdateProfileInput.isPublic: UpdateProfile',
    ],
  },
  {
    title: 'a required argument is added',
    why: 'Nobody gives it yet.',
    patch: {
      'posts.graphql': `
        - post("Its id." id: ID!): Post
        + post("Its id." id: ID!, "In which language." language: String!): Post
      `,
    },
    verdict: ['error FIELD_ARGUMENT_ADDED Query.post(language:): PostPage'],
  },
  {
    title: 'the default of an input field changes',
    why: 'Who leaves it out gets something else.',
    patch: {
      'users.graphql': `
        - theme: Theme = LIGHT
        + theme: Theme = DARK
      `,
    },
    verdict: ['warning INPUT_FIELD_DEFAULT_VALUE_CHANGED UpdateProfileInput.theme: UpdateProfile'],
  },
  {
    title: 'a value that an operation gives is removed from an enum',
    why: 'The operation is not valid any more.',
    patch: {
      'users.graphql': `
        - "Who moderates."
        - MODERATOR
      `,
    },
    verdict: [
      'error ENUM_VALUE_REMOVED Role.MODERATOR: Moderators',
      'warning REMOVED_WITHOUT_DEPRECATION Role.MODERATOR',
      'notice DEPLOY_BEFORE_GATEWAY Role: Me',
    ],
  },
  {
    title: 'a value that a variable may hold is removed from an enum',
    why: 'Nobody knows what the variable holds.',
    patch: {
      'users.graphql': `
        - "Light on dark."
        - DARK
      `,
    },
    verdict: ['error ENUM_VALUE_REMOVED Theme.DARK: UpdateProfile', 'warning REMOVED_WITHOUT_DEPRECATION Theme.DARK'],
  },
  {
    title: 'another subgraph begins to take an enum with fewer values',
    why: 'The API has the values that all subgraphs take: one is gone though no line was removed.',
    patch: {
      'reactions.graphql': `
        +"Colours; only ever given."
        +enum Theme {
        +  "Dark on light."
        +  LIGHT
        +}
        ...
        - popular: [Post!]! @listSize(assumedSize: 10)
        + popular("For which colours." theme: Theme): [Post!]! @listSize(assumedSize: 10)
      `,
    },
    verdict: [
      'error ENUM_VALUE_REMOVED Theme.DARK: UpdateProfile',
      'warning INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM',
      'warning REMOVED_WITHOUT_DEPRECATION Theme.DARK',
      'notice FIELD_ARGUMENT_ADDED Query.popular(theme:)',
    ],
  },
  {
    title: 'another subgraph begins to take an input with fewer fields',
    why: 'The API has the fields that all subgraphs take.',
    patch: {
      'reactions.graphql': `
        +"What is known of a person."
        +input FindInput {
        +  "Its handle."
        +  handle: String
        +}
        ...
        - popular: [Post!]! @listSize(assumedSize: 10)
        + popular("By whom." by: FindInput): [Post!]! @listSize(assumedSize: 10)
      `,
    },
    verdict: [
      'error INPUT_FIELD_REMOVED FindInput.email: Find',
      'warning INCONSISTENT_INPUT_OBJECT_FIELD',
      'warning REMOVED_WITHOUT_DEPRECATION FindInput.email',
      'notice FIELD_ARGUMENT_ADDED Query.popular(by:)',
    ],
  },
  {
    title: 'an id is taken as a string',
    why: 'A variable of the type ID does not fit any more.',
    patch: {
      'posts.graphql': `
        - post("Its id." id: ID!): Post
        + post("Its id." id: String!): Post
      `,
    },
    verdict: ['error FIELD_ARGUMENT_TYPE_CHANGED Query.post(id:): PostPage'],
  },
  {
    title: 'an enum becomes a scalar',
    why: 'Clients get it as before, but what is generated from the schema does not fit.',
    patch: {
      'users.graphql': `
        - "What somebody got."
        -enum Badge {
        - "For being first."
        - PIONEER
        - "For a lot."
        - AUTHOR
        -}
        +"What somebody got."
        +scalar Badge
      `,
    },
    verdict: [
      'error TYPE_KIND_CHANGED Badge: Profile',
      'warning REMOVED_WITHOUT_DEPRECATION Badge.PIONEER',
      'warning REMOVED_WITHOUT_DEPRECATION Badge.AUTHOR',
      'notice DEPLOY_BEFORE_GATEWAY Badge: Profile',
    ],
  },
];
