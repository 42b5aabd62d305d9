import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const MONOLITH = federated(`
  type Query { posts(first: Int = 2): [Post!]! author(id: ID!): Author }
  type Post @key(fields: "id") { id: ID! title: String body(short: Boolean = false): String views: Int author: Author likes: Int }
  type Author @key(fields: "id") { id: ID! name: String! bio: String posts: [Post] rank: Int }
`);

const POSTS = federated(`
  type Query { post(id: ID!): Post }
  type Post @key(fields: "id") {
    id: ID!
    title: String @override(from: "monolith")
    body(short: Boolean = false): String @override(from: "monolith", label: "percent(0)")
    likes: Int @override(from: "monolith", label: "percent(100)")
    author: Author @override(from: "monolith")
  }
  type Author @key(fields: "id", resolvable: false) { id: ID! }
`);

const PEOPLE = federated(`
  type Query { author(id: ID!): Author @override(from: "monolith") people: [Author] }
  type Author @key(fields: "id") { id: ID! bio: String @override(from: "monolith", label: "people-first") rank: Int @override(from: "monolith") badge: String @inaccessible medal: String @requires(fields: "name") name: String! @external }
  type Post @key(fields: "id") { id: ID! views: Int @override(from: "monolith") readers: [Author!] }
`);

function world() {
  const posts: Thing[] = [1, 2, 3].map((nth) => ({
    __typename: 'Post',
    id: String(nth),
    title: nth === 3 ? null : `Post ${nth}`,
    body: ({ short }: Thing) => (short ? 'short' : `The body of ${nth}`),
    views: nth * 10,
    likes: nth === 1 ? null : nth,
    author: () => authors[nth - 1] ?? null,
    readers: () => authors,
    absentIn: nth === 2 ? ['people'] : [],
  }));
  const authors: Thing[] = ['Ann', 'Bob'].map((name, index) => ({
    __typename: 'Author',
    id: `u${index + 1}`,
    name,
    bio: index === 1 ? null : 'A bio.',
    rank: index,
    posts: () => [posts[index], null, posts[2]],
    medal: () => `medal of ${name}`,
  }));
  const query = {
    posts: ({ first }: Thing) => posts.slice(0, Math.max(0, Number(first ?? 9))),
    post: ({ id }: Thing) => byId(posts, id),
    author: ({ id }: Thing) => byId(authors, id),
    people: () => [authors[1], null, authors[0]],
  };
  return { query, entities: [...posts, ...authors] };
}

/** A monolith on its way into subgraphs: `@override`, at once and by label. */
export const overrides: TestGraph = {
  name: 'overrides',
  subgraphs: { monolith: MONOLITH, posts: POSTS, people: PEOPLE },
  world,
  values: { id: ['1', '2', '3', 'u1', 'u2'] },
};
