import { expect, test } from 'vitest';
import { FAULTS } from './fault.ts';
import { operation, outcomeOf, startToySubgraph, type ToySubgraph } from './toy-subgraph.ts';

/** The next call meets a fault, those after it do not. */
function failOnce(toy: ToySubgraph, fault: 'resetting' | 'hanging up' | 'sending HTML with 502') {
  const { answer } = toy;
  toy.answer = (request, response) => {
    toy.answer = answer;
    return FAULTS[fault](request, response);
  };
}

test.each(['read', 'read after a mutation'] as const)('a %s that lost its connection is asked again', async (kind) => {
  await using toy = await startToySubgraph();
  failOnce(toy, 'resetting');

  expect((await toy.ask({ operation: operation(kind) })).data).toEqual({ n: 1 });
  expect(toy.calls).toHaveLength(2);
});

test('a mutation that lost its connection is not asked again', async () => {
  await using toy = await startToySubgraph();
  failOnce(toy, 'hanging up');

  const { code, message } = await outcomeOf(toy.ask({ operation: operation('mutation') }));

  expect(code).toBe('SUBGRAPH_UNAVAILABLE');
  expect(message).toMatch(/It is not known whether this was done\./);
  expect(toy.calls).toHaveLength(1);
});

test('a bad answer is not asked for again', async () => {
  await using toy = await startToySubgraph();
  failOnce(toy, 'sending HTML with 502');

  expect((await outcomeOf(toy.ask())).code).toBe('SUBGRAPH_BAD_RESPONSE');
  expect(toy.calls).toHaveLength(1);
});

test.each(['read', 'mutation'] as const)('a %s finds a subgraph that was restarted', async (kind) => {
  await using toy = await startToySubgraph();
  await toy.ask();
  await toy.stop();
  await toy.start();

  expect((await toy.ask({ operation: operation(kind) })).data).toEqual({ n: 1 });
});

test('connections that the subgraph closed between two calls cost nothing', async () => {
  await using toy = await startToySubgraph();
  await toy.ask();
  for (const socket of toy.sockets) socket.end();
  await expect.poll(() => toy.sockets.size).toBe(0);

  expect((await toy.ask({ operation: operation('mutation') })).data).toEqual({ n: 1 });
  expect(toy.calls).toHaveLength(2);
});
