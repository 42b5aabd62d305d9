import { federated, required, type TestGraph, type Thing } from '../test-graph.ts';

const ACCOUNTS = federated(`
  type Query { account(id: ID! = "1"): Account }
  type Mutation {
    deposit(id: ID!, amount: Int! = 10): Account
    rename(id: ID!, name: String): Account!
    close(id: ID): Closing
    fail(message: String! = "refused"): Account
    failHard: Account!
  }
  type Account @key(fields: "id") { id: ID! name: String balance: Int! closed: Boolean }
  type Closing { account: Account reason: String }
`);

const LEDGER = federated(`
  type Query { entries: [Entry!] }
  type Mutation {
    book(account: ID!, text: String = "fee"): Entry
    undo: [Entry!]
    bookAll(entries: [NewEntry!]!): [Entry]
  }
  input NewEntry { account: ID! text: String = "many" }
  type Entry @key(fields: "number") { number: Int! text: String account: Account }
  type Account @key(fields: "id") {
    id: ID!
    balance: Int! @external
    entries(last: Int): [Entry!]!
    summary: String @requires(fields: "balance")
  }
`);

const MAIL = federated(`
  type Mutation { notify(account: ID!): Notice }
  type Notice { to: Account text: String! }
  type Entry @key(fields: "number") { number: Int! mailed: Boolean }
  type Account @key(fields: "id") { id: ID! notices: [Notice] }
`);

function world() {
  const state = { balance: { '1': 0, '2': 50 } as Record<string, number>, names: {} as Record<string, string | null> };
  const entries: Thing[] = [];
  const notices: Thing[] = [];
  const accounts: Thing[] = ['1', '2', '3'].map((id) => ({
    __typename: 'Account',
    id,
    name: () => state.names[id] ?? `Account ${id}`,
    balance: () => state.balance[id] ?? null,
    closed: () => !(id in state.balance),
    entries: ({ last }: Thing) => entries.filter(({ of }) => of === id).slice(last === 1 ? -1 : 0),
    summary() {
      return `${required(this, 'balance')} after ${entries.length}`;
    },
    notices: () => [...notices.filter(({ of }) => of === id), null],
  }));
  const find = (id: unknown): Thing | null => accounts.find((account) => account.id === String(id)) ?? null;
  const book = ({ account, text }: Thing) => {
    const number = entries.length + 1;
    const entry = {
      __typename: 'Entry',
      number,
      of: String(account),
      text,
      account: () => find(account),
      mailed: () => notices.length > 0,
    };
    entries.push(entry);
    return entry;
  };
  const mutation = {
    deposit: ({ id, amount }: Thing) => {
      const key = String(id);
      if (key in state.balance) state.balance[key] = (state.balance[key] ?? 0) + Number(amount);
      return find(id);
    },
    rename: ({ id, name }: Thing) => {
      state.names[String(id)] = name as string | null;
      return find(id);
    },
    close: ({ id }: Thing) => {
      delete state.balance[String(id)];
      return { account: find(id), reason: id === null ? null : 'closed' };
    },
    fail: ({ message }: Thing) => new Error(String(message)),
    failHard: () => new Error('hard'),
    book,
    undo: () => entries.splice(0),
    bookAll: ({ entries: wanted }: Thing) => [null, ...(wanted as Thing[]).map(book)],
    notify: ({ account }: Thing) => {
      const notice = { of: String(account), to: () => find(account), text: `Notice ${notices.length}` };
      notices.push(notice);
      return notice;
    },
  };
  const query = { account: ({ id }: Thing) => find(id), entries: () => entries };
  // Entries are found as of now, also those an earlier field has made.
  return {
    query,
    mutation,
    get entities() {
      return [...accounts, ...entries];
    },
  };
}

/** A bank: mutations in series over subgraphs, each followed by what others know of the changed entities. */
export const mutations: TestGraph = {
  name: 'mutations',
  subgraphs: { accounts: ACCOUNTS, ledger: LEDGER, mail: MAIL },
  world,
};
