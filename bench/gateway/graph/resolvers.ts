import type { GraphQLResolverMap } from '@apollo/subgraph';

const PEOPLE = 5;
const PRODUCTS = 5;
const REVIEWS_PER_PERSON = 4;

type Seeded = { seed: string };
type User = { id: string };
type Product = { upc: string };
type Review = { id: string; person: number; product: number };

const range = (length: number) => Array.from({ length }, (_, index) => index);
const users: User[] = range(PEOPLE).map((index) => ({ id: `${index}` }));
const products: Product[] = range(PRODUCTS).map((index) => ({ upc: `${index}` }));
const reviews: Review[] = range(PEOPLE * REVIEWS_PER_PERSON).map((index) => {
  const person = index % PEOPLE;
  return { id: `${index}`, person, product: (person + Math.floor(index / PEOPLE)) % PRODUCTS };
});

const usernameOf = ({ id }: User) => `person_${id}`;

/** Four subgraphs over one small shop in memory; a `seed` is repeated in what is answered, so that no two answers agree. */
export const resolversOf: Readonly<Record<string, GraphQLResolverMap<unknown>>> = {
  users: {
    Query: {
      users: () => users,
      user: (_: unknown, { id }: User) => users.find((user) => user.id === id),
    },
    User: {
      name: ({ id }: User, { seed }: Seeded) => `Person number ${id} ${seed}`,
      username: usernameOf,
      birthday: ({ id }: User) => 1970 + Number(id),
    },
  },
  products: {
    Query: { topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first) },
    Product: {
      name: ({ upc }: Product, { seed }: Seeded) => `Product number ${upc} ${seed}`,
      price: ({ upc }: Product) => 100 + Number(upc),
      weight: ({ upc }: Product) => 10 * Number(upc),
    },
  },
  inventory: {
    Product: {
      warehouse: ({ upc }: Product, { seed }: Seeded) => `Hall ${upc} ${seed}`,
      inStock: ({ upc }: Product) => Number(upc) % 2 === 0,
      shippingEstimate: ({ price, weight }: { price: number; weight: number }, { seed }: Seeded) =>
        `${price + weight} ${seed}`,
    },
  },
  reviews: {
    Review: {
      __resolveReference: ({ id }: { id: string }) => reviews.find((review) => review.id === id),
      body: ({ id }: Review, { seed }: Seeded) => `I used it for a week. ${id} ${seed}`,
      author: ({ person }: Review) => users[person],
      product: ({ product }: Review) => products[product],
    },
    User: {
      username: usernameOf,
      reviews: ({ id }: User) => reviews.filter(({ person }) => person === Number(id)),
    },
    Product: { reviews: ({ upc }: Product) => reviews.filter(({ product }) => product === Number(upc)) },
  },
};
