import type { CorpusCase } from '../corpus-case.ts';

export const compositionCases: readonly CorpusCase[] = [
  {
    title: 'a field is given another type in one subgraph only',
    why: 'The subgraphs do not agree.',
    patch: {
      'reactions.graphql': `
        - reactionCount: Int!
        - "How the viewer reacted."
        + reactionCount: Int!
        + "What it is about."
        + title: Int
        + "How the viewer reacted."
      `,
    },
    verdict: ['error FIELD_TYPE_MISMATCH', 'error INVALID_FIELD_SHARING'],
  },
  {
    title: 'a field is defined twice without sharing it',
    why: 'Nobody says who answers it.',
    patch: {
      'reactions.graphql': `
        - reactionCount: Int!
        - "How the viewer reacted."
        + reactionCount: Int!
        + "Its words."
        + tags: [String!]!
        + "How the viewer reacted."
      `,
    },
    verdict: ['error INVALID_FIELD_SHARING'],
  },
  {
    title: 'a brace is forgotten',
    why: 'The file is no schema.',
    patch: {
      'reactions.graphql': `
        -type ReactPayload {
        +type ReactPayload
      `,
    },
    verdict: ['error GRAPHQL_SYNTAX'],
  },
  {
    title: 'a key names a field that is not there',
    why: 'Nobody can be found by it.',
    patch: {
      'users.graphql': `
        -type User @key(fields: "id") {
        +type User @key(fields: "uuid") {
      `,
    },
    verdict: ['error KEY_INVALID_FIELDS'],
  },
  {
    title: 'a shared type gets a field in one subgraph only',
    why: 'Pages of the other subgraph have no such field, and nothing leads from them to one that has it.',
    patch: {
      'users.graphql': `
        - endCursor: String
        + endCursor: String
        + "The first cursor."
        + startCursor: String
      `,
    },
    verdict: ['error SATISFIABILITY_ERROR'],
  },
];
