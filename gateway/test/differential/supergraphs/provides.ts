import { byId, federated, type TestGraph, type Thing } from '../test-graph.ts';

const LIBRARY = federated(`
  type Query {
    shelf: [Medium!]!
    latest: Medium @provides(fields: "... on Film { title } ... on Book { pages }")
    finds(first: Int = 3): [Find] @provides(fields: "... on Book { title author { name } } ... on Person { name }")
    lent: [Loan!]
  }
  union Find = Book | Film | Person
  interface Medium { id: ID! title: String }
  type Book implements Medium @key(fields: "id") {
    id: ID!
    title: String @external
    pages: Int @external
    author: Person @external
    isbn: String
  }
  type Film implements Medium @key(fields: "id") { id: ID! title: String @external }
  type Person @key(fields: "id") { id: ID! name: String @external }
  type Loan {
    since: String
    item: Medium @provides(fields: "... on Film { title }")
    book: Book @provides(fields: "author { name } pages")
    by: Person @provides(fields: "name")
  }
`);

const BOOKS = federated(`
  type Query { book(id: ID!): Book books: [Book] }
  type Book @key(fields: "id") {
    id: ID!
    title: String @shareable
    pages: Int @shareable
    author: Person @shareable
    sequel: Book
  }
  type Person @key(fields: "id") { id: ID! name: String @shareable wrote: [Book!] }
`);

const FILMS = federated(`
  type Query { film(id: ID!): Film }
  type Film @key(fields: "id") { id: ID! title: String @shareable minutes: Int after: Book cast: [Person] }
  type Book @key(fields: "id") { id: ID! films: [Film!]! }
  type Person @key(fields: "id") { id: ID! name: String @shareable played: [Film] }
`);

function world() {
  const people: Thing[] = ['Eco', 'Lem'].map((name, index) => ({
    __typename: 'Person',
    id: `p${index + 1}`,
    name: index === 1 ? null : name,
    wrote: () => books.slice(index),
    played: () => [films[index], null],
  }));
  const books: Thing[] = ['Rose', 'Solaris', 'Eden'].map((title, index) => ({
    __typename: 'Book',
    id: `b${index + 1}`,
    title: index === 2 ? null : title,
    pages: 100 * index,
    isbn: `isbn-${index}`,
    author: () => people[index] ?? null,
    sequel: () => books[index + 1] ?? null,
    films: () => films.filter((film) => film.of === index),
  }));
  const films: Thing[] = [0, 1].map((of) => ({
    __typename: 'Film',
    id: `f${of + 1}`,
    of,
    title: `Film ${of}`,
    minutes: of === 1 ? null : 120,
    after: () => books[of],
    cast: () => [people[1], null, people[of]],
    absentIn: of === 1 ? ['films'] : [],
  }));
  const query = {
    shelf: () => [books[0], films[0], books[2], films[1]],
    latest: () => films[0],
    finds: ({ first }: Thing) =>
      [people[0], books[1], null, films[1], books[0]].slice(0, Math.max(0, Number(first ?? 9))),
    lent: () => [
      { since: 'May', item: films[0], book: books[0], by: people[1] },
      { since: null, item: books[1], book: null, by: people[0] },
    ],
    book: ({ id }: Thing) => byId(books, id),
    books: () => [books[2], null, books[0]],
    film: ({ id }: Thing) => byId(films, id),
  };
  return { query, entities: [...people, ...books, ...films] };
}

/** A library: `@provides` on objects, interfaces and unions, also of nested fields. */
export const provides: TestGraph = {
  name: 'provides',
  subgraphs: { library: LIBRARY, books: BOOKS, films: FILMS },
  world,
  values: { id: ['b1', 'b2', 'b3', 'f1', 'f2', 'x'] },
};
