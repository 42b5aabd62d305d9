import fc from 'fast-check';
import type { Credentials } from '../src/authorization/credentials.ts';
import { federation } from './authorization-graph.ts';

/** Two subgraphs of many rules, and with a protected field in a key. */
export const RULED = [
  `${federation('"@authenticated", "@requiresScopes", "@policy"')}
  type Query { doc: Doc docs: [Doc!]! thing: Thing any: Any anys: [Any] code: Code vault: Vault node: Node me: User @authenticated }
  type Doc @key(fields: "id secret") { id: ID! open: String secret: String @authenticated code: Code level: Level thing: Thing any: Any doc: Doc owner: User }
  interface Node { id: ID! }
  interface Thing { id: ID! name: String thing: Thing }
  type User implements Thing & Node @authenticated { id: ID! name: String @requiresScopes(scopes: [["a"]]) thing: Thing docs: [Doc] }
  type Book implements Thing & Node { id: ID! name: String thing: Thing any: Any price: Int @policy(policies: [["p"]]) }
  type Film implements Thing { id: ID! name: String @requiresScopes(scopes: [["a"], ["b"]]) thing: Thing level: Level }
  type Vault @policy(policies: [["p", "q"]]) { id: ID! book: Book doc: Doc }
  union Any = Doc | User | Book | Vault
  union Closed = User | Vault
  scalar Code @requiresScopes(scopes: [["b"]])
  enum Level @authenticated { LOW HIGH }`,
  `${federation('"@authenticated"')}
  type Doc @key(fields: "id secret") { id: ID! secret: String visits: String heir: Doc @authenticated }`,
];

export type Somebody = { isAuthenticated: boolean; scopes: string[]; policies: string[] };

/** The rules of the graph once more, written by hand: by type, and by field. */
const RULES: Record<string, (by: Somebody) => boolean> = {
  User: (by) => by.isAuthenticated,
  Level: (by) => by.isAuthenticated,
  Vault: (by) => by.policies.includes('p') && by.policies.includes('q'),
  Code: (by) => by.scopes.includes('b'),
  'Query.me': (by) => by.isAuthenticated,
  'Doc.secret': (by) => by.isAuthenticated,
  'Doc.heir': (by) => by.isAuthenticated,
  'User.name': (by) => by.scopes.includes('a'),
  'Book.price': (by) => by.policies.includes('p'),
  'Film.name': (by) => by.scopes.includes('a') || by.scopes.includes('b'),
};

export const somebody: fc.Arbitrary<Somebody> = fc.record({
  isAuthenticated: fc.boolean(),
  scopes: fc.subarray(['a', 'b']),
  policies: fc.subarray(['p', 'q']),
});
export const choices = fc.array(fc.nat(1_000), { minLength: 30, maxLength: 150, size: 'max' });

export const credentialsOf = ({ isAuthenticated, scopes, policies }: Somebody): Credentials => ({
  isAuthenticated,
  scopes: new Set(scopes),
  decide: () => new Set(policies),
});

/** Whether somebody may see all of some types and fields, by their names. */
export const may = (by: Somebody, ...coordinates: string[]): boolean =>
  coordinates.every((coordinate) => RULES[coordinate]?.(by) ?? true);
