import { expect, test } from 'vitest';
import { composeSubgraphs } from '../src/composition/compose-supergraph.ts';

const linked = (version: string, ...imports: string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${imports.join(', ')}])\n`;

const POSTS = `${linked('2.9', '"@key"', '"@tag"')}
type Query { posts: [Post!] }
type Post @key(fields: "id") { id: ID! text: String @tag(name: "public") }
`;
const TAGS = `${linked('2.9', '"@key"')}
type Post @key(fields: "id") {
  id: ID!
`;

const twice: [what: string, schema: string, lines: number[]][] = [
  ['a field', `${TAGS}\n  tag: String\n  tag: Int\n}`, [6, 7]],
  ['a field in an extension', `${TAGS}\n  tag: String\n}\nextend type Post {\n  tag: Int\n}`, [6, 9]],
  ['an argument', `${TAGS}\n  tags(\n    first: Int\n    first: Int\n  ): [String!]\n}`, [7, 8]],
  ['an enum value', `${TAGS}\n  tag: Tag }\nenum Tag {\n  NEW\n  NEW\n}`, [8, 9]],
  ['a directive', `${TAGS} }\ndirective @tagged on OBJECT\ndirective @tagged on OBJECT`, [6, 7]],
  ['a type', `${TAGS} }\nscalar Tag\nscalar Tag`, [6, 7]],
];

test.each(twice)('%s that is there twice is told with both places', (_, schema, lines) => {
  const { supergraph, problems } = composed(schema);

  expect(supergraph).toBeUndefined();
  expect(problems).toMatchObject([
    { code: 'INVALID_GRAPHQL', message: expect.stringMatching(/^\[tags\] .+ only .*one|once/) },
  ]);
  expect(placesOf(problems)).toEqual(lines.map((line) => `tags.graphql:${line}`));
});

const misused: [what: string, schema: string, places: string[]][] = [
  ['lacks an argument', `${TAGS} }\ntype Tag @key {\n  id: ID! }`, ['tags.graphql:6']],
  ['has an unknown one', `${TAGS}\n  old: Int @deprecated(why: "It is old.")\n}`, ['tags.graphql:6']],
  ['links a specification twice', `${linked('2.8')}${TAGS} }`, ['tags.graphql:1', 'tags.graphql:2']],
  [
    'is imported as something else than elsewhere',
    `${linked('2.9', '"@key"', '{ name: "@tag", as: "@label" }')}
    type Post @key(fields: "id") { id: ID! tag: String @label(name: "public") }`,
    ['posts.graphql:1', 'tags.graphql:1'],
  ],
];

test.each(misused)('a directive that %s is told with its place', (_, schema, places) => {
  expect(placesOf(composed(schema).problems)).toEqual(places);
});

const composed = (tags: string) =>
  composeSubgraphs(
    Object.entries({ posts: POSTS, tags }).map(([name, text]) => ({
      name,
      url: 'http://x',
      file: `${name}.graphql`,
      text,
    })),
  );

const placesOf = (problems: ReturnType<typeof composed>['problems']) =>
  problems.flatMap(({ places }) => places).map(({ file, line }) => `${file}:${line}`);
