import { expect, test } from 'vitest';
import { createSubgraphClients } from '../src/subgraph-client/subgraph-clients.ts';
import { FAULTS } from './fault.ts';
import { createContext, operation, outcomeOf, startToySubgraph, type ToySubgraph } from './toy-subgraph.ts';

const asking = {
  operation: operation(),
  variables: '{}',
  context: createContext(),
  deadline: undefined,
  signal: undefined,
};

/** Clients that let go of what a supergraph no longer names after `retireMs`. */
function manage(retireMs: number) {
  const clients = createSubgraphClients({ retireMs });
  return { ...clients, [Symbol.asyncDispose]: clients.close };
}

const addressOf = ({ address }: ToySubgraph, name: string) => ({ ...address, name });

test('a subgraph at the same URL keeps its client through a change of the supergraph', async () => {
  await using toy = await startToySubgraph();
  await using clients = manage(0);
  const before = clients.of(toy.address);

  clients.retain([]);
  clients.retain([{ ...toy.address }]);

  expect(clients.of({ ...toy.address })).toBe(before);
  expect((await before.ask(asking)).data).toEqual({ n: 1 });
});

test('a subgraph that has moved is asked at its new URL, while requests at the old one end', async () => {
  await using old = await startToySubgraph();
  await using moved = await startToySubgraph();
  await using clients = manage(0);
  const release = Promise.withResolvers<void>();
  old.answer = async (_, response) => {
    await release.promise;
    response.end('{"data":{"n":"old"}}');
  };
  const begun = clients.of(addressOf(old, 'books')).ask(asking);
  await expect.poll(() => old.calls.length).toBe(1);

  clients.retain([addressOf(moved, 'books')]);
  const now = await clients.of(addressOf(moved, 'books')).ask(asking);
  release.resolve();

  expect(now.data).toEqual({ n: 1 });
  expect((await begun).data).toEqual({ n: 'old' });
  await expect.poll(() => old.sockets.size).toBe(0);
});

test('ready means the subgraphs of today', async () => {
  await using one = await startToySubgraph();
  await using gone = await startToySubgraph();
  await using clients = manage(10_000);
  await gone.stop();

  clients.retain([addressOf(one, 'books'), addressOf(gone, 'reviews')]);
  const before = await clients.ready();
  clients.retain([addressOf(one, 'books')]);

  expect(before).toEqual({ books: true, reviews: false });
  expect(await clients.ready()).toEqual({ books: true });
});

test('closing breaks off what still hangs', async () => {
  await using toy = await startToySubgraph();
  toy.answer = FAULTS.hanging;
  const asked = outcomeOf(toy.ask());
  await expect.poll(() => toy.calls.length).toBe(1);

  await toy.clients.close();

  expect((await asked).code).toBe('SUBGRAPH_UNAVAILABLE');
});
