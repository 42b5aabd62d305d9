import { byId, federated, required, type TestGraph, type Thing } from '../test-graph.ts';

const CONTENT = federated(`
  type Query { media: [Media!]! medium(id: ID!): Media articles: [Article] }
  interface Media @key(fields: "id") { id: ID! title: String owner: Owner! }
  type Article implements Media @key(fields: "id") { id: ID! title: String owner: Owner! words: Int }
  type Video implements Media @key(fields: "id") { id: ID! title: String owner: Owner! seconds: Int! }
  interface Owner @key(fields: "name") { name: String! city: String }
  type Studio implements Owner @key(fields: "name") { name: String! city: String rooms: Int }
  type Writer implements Owner @key(fields: "name") { name: String! city: String pen: String }
`);

const RATINGS = federated(`
  type Query { rated(min: Int = 0): [Media!]! worst: Media reviews: [Review] }
  type Media @interfaceObject @key(fields: "id") { id: ID! rating: Int reviews(first: Int): [Review!]! }
  type Review { stars: Int of: Media! }
`);

const PROMOTION = federated(`
  type Query { promoted: [Media] }
  type Media @interfaceObject @key(fields: "id") {
    id: ID!
    slogan: String
    campaign: Campaign
  }
  type Campaign @key(fields: "id") { id: ID! media: [Media!] budget: Int }
  type Owner @interfaceObject @key(fields: "name") {
    name: String!
    city: String @external
    works: [Media!]
    fame: Int!
    address: String @requires(fields: "city")
  }
`);

function world() {
  const kinds = ['Article', 'Video', 'Video', 'Article'];
  const media: Thing[] = kinds.map((__typename, index) => ({
    __typename,
    id: String(index + 1),
    title: index === 1 ? null : `Title ${index}`,
    owner: () => owners[index % 3],
    words: index * 100,
    seconds: 60 * index,
    rating: index === 3 ? null : index * 2,
    reviews: ({ first }: Thing) => reviews.filter((review) => review.nth % 4 === index).slice(0, first === 1 ? 1 : 9),
    slogan: `Buy ${index}!`,
    campaign: () => campaigns[index % 2],
  }));
  const owners: Thing[] = ['Pixel', 'Ann', 'Bo'].map((name, index) => ({
    __typename: index === 0 ? 'Studio' : 'Writer',
    name,
    rooms: 4,
    pen: index === 1 ? null : 'blue',
    works: () => media.filter((_, nth) => nth % 3 === index),
    fame: index,
    city: index === 0 ? null : 'Rome',
    address() {
      return `Box 1, ${required(this, 'city')}`;
    },
    absentIn: index === 2 ? ['promotion'] : [],
  }));
  const reviews = [0, 1, 2, 3, 4].map((nth) => ({
    nth,
    stars: nth === 2 ? null : nth,
    of: () => media[nth % 4],
  }));
  const campaigns: Thing[] = ['x', 'y'].map((id, index) => ({
    __typename: 'Campaign',
    id,
    media: () => media.slice(index, index + 2),
    budget: index === 0 ? null : 5,
  }));
  const query = {
    media: () => media,
    medium: ({ id }: Thing) => byId(media, id),
    articles: () => [media[0], null, media[3]],
    rated: ({ min }: Thing) => media.filter(({ rating }) => rating !== null && Number(rating) >= Number(min)),
    worst: () => media[0],
    reviews: () => [...reviews, null],
    promoted: () => [media[1], null, media[0]],
  };
  return { query, entities: [...media, ...owners, ...campaigns] };
}

/** Media: interfaces with keys, whose fields other subgraphs add with `@interfaceObject` without knowing the types behind. */
export const interfaceObjects: TestGraph = {
  name: 'interface objects',
  subgraphs: { content: CONTENT, ratings: RATINGS, promotion: PROMOTION },
  world,
  share: 0.3,
};
