const PEOPLE = ['Ada', 'Bob'];

const author = { __typename: 'Person', id: '0' };
const reply = { author };

/** Twenty posts with three replies each, all by the same person; people and their badges live elsewhere. */
export const FEED = {
  posts: {
    sdl: `type Query { feed: [Post!] first: Post }
      type Post @key(fields: "id") { id: ID! text: String author: Person replies: [Reply!] }
      type Reply { author: Person }
      type Person @key(fields: "id", resolvable: false) { id: ID! }`,
    resolvers: {
      Query: {
        feed: () =>
          Array.from({ length: 20 }, (_, id) => ({ id, text: 'Hello', author, replies: [reply, reply, reply] })),
        first: () => ({ id: 0, text: 'Hello', author, replies: [] }),
      },
    },
  },
  people: {
    sdl: 'type Person @key(fields: "id") { id: ID! name: String }',
    resolvers: { Person: { name: ({ id }: { id: string }) => PEOPLE[Number(id)] } },
  },
  badges: {
    sdl: 'type Person @key(fields: "id") { id: ID! badge: String name: String @external title: String @requires(fields: "name") }',
    resolvers: {
      Person: { badge: () => 'gold', title: ({ name }: { name: string }) => `The great ${name}` },
    },
  },
};
