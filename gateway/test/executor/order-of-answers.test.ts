import { setImmediate } from 'node:timers/promises';
import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { type Federation, federate, type SubgraphCall } from '../differential/federation.ts';
import { generateOperation } from '../differential/generate-operation.ts';
import { GRAPHS } from '../differential/graphs.ts';
import type { Answer, Operation } from '../differential/operation.ts';
import { startOurGateway } from '../differential/our-gateway.ts';
import { createRandom, type Random } from '../differential/random.ts';

const OPERATIONS = sized({ thorough: 40, daily: 15 });

/** Subgraphs that take their time while they dawdle: now the one, now the other answers first. */
function dawdling(federation: Federation, random: Random) {
  let isDawdling = false;
  const ask = async (call: SubgraphCall) => {
    if (isDawdling) for (let turns = random.below(6); turns > 0; turns--) await setImmediate();
    return federation.ask(call);
  };
  const dawdle = (now: boolean) => {
    isDawdling = now;
  };
  return { ...federation, ask, dawdle };
}

/** An answer with its errors in an order that does not depend on who was first. */
const sorted = ({ data, errors }: Answer) => ({
  data: JSON.stringify(data),
  errors: errors.map((error) => JSON.stringify(error)).toSorted(),
});

test.each(GRAPHS)(
  'over $name it makes no difference which subgraph answers first',
  async (graph) => {
    const federation = dawdling(federate(graph), createRandom(7));
    await using gateway = await startOurGateway(federation);
    const answer = async (operation: Operation, { dawdle }: { dawdle: boolean }) => {
      federation.dawdle(dawdle);
      return { ...operation, ...sorted(await gateway.execute(operation)) };
    };

    for (let seed = 50_000; seed < 50_000 + OPERATIONS; seed++) {
      const operation = generateOperation(federation, createRandom(seed));
      for (const variables of operation.variables) {
        const asked = { ...operation, variables };
        expect(await answer(asked, { dawdle: true })).toEqual(await answer(asked, { dawdle: false }));
      }
    }
  },
  120_000,
);
