import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { type Federation, federate } from '../differential/federation.ts';
import { generateOperation } from '../differential/generate-operation.ts';
import { GRAPHS } from '../differential/graphs.ts';
import type { Answer } from '../differential/operation.ts';
import { startOurGateway } from '../differential/our-gateway.ts';
import { createRandom, type Random } from '../differential/random.ts';

const OPERATIONS = 40;

/** The same subgraphs, which take their time: now the one, now the other answers first. */
function dawdling(federation: Federation, random: Random): Federation {
  return {
    ...federation,
    async ask(call) {
      for (let turns = random.below(6); turns > 0; turns--) await setImmediate();
      return federation.ask(call);
    },
  };
}

/** An answer with its errors in an order that does not depend on who was first. */
const sorted = ({ data, errors }: Answer) => ({
  data: JSON.stringify(data),
  errors: errors.map((error) => JSON.stringify(error)).toSorted(),
});

test.each(GRAPHS)(
  'over $name it makes no difference which subgraph answers first',
  async (graph) => {
    const federation = federate(graph);
    await using prompt = await startOurGateway(federation);
    await using late = await startOurGateway(dawdling(federation, createRandom(7)));

    for (let seed = 50_000; seed < 50_000 + OPERATIONS; seed++) {
      const operation = generateOperation(federation, createRandom(seed));
      for (const variables of operation.variables) {
        const asked = { ...operation, variables };
        expect({ ...asked, ...sorted(await late.execute(asked)) }).toEqual({
          ...asked,
          ...sorted(await prompt.execute(asked)),
        });
      }
    }
  },
  120_000,
);
