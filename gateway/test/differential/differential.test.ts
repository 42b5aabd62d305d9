import { sized } from '@nexus/kit/testing/thoroughness';
import { expect, test } from 'vitest';
import { compete } from './differential.ts';
import { federate } from './federation.ts';
import { GRAPHS } from './graphs.ts';
import { startOurGateway } from './our-gateway.ts';
import { startStockGateway } from './stock-gateway.ts';

const { DIFFERENTIAL_SEED = '1', DIFFERENTIAL_GRAPH, DIFFERENTIAL_REPORTS = '1' } = process.env;
// Over all supergraphs more than ten thousand, and a quarter of them daily.
const { DIFFERENTIAL_OPERATIONS = sized({ thorough: 700, daily: 175 }) } = process.env;

const graphs = GRAPHS.filter(({ name }) => !DIFFERENTIAL_GRAPH || name === DIFFERENTIAL_GRAPH);

/** Other seeds and numbers of operations per supergraph are given by the environment; a report names its seed. */
test.each(graphs)(
  'over $name the gateway answers generated operations like the stock one',
  async (graph) => {
    const federation = federate(graph);
    await using stock = await startStockGateway(federation);
    await using ours = await startOurGateway(federation);
    const seeds = {
      first: Number(DIFFERENTIAL_SEED),
      count: Math.ceil(Number(DIFFERENTIAL_OPERATIONS) * (graph.share ?? 1)),
      maxReports: Number(DIFFERENTIAL_REPORTS),
    };

    const { reports, mismatches } = await compete({ federation, stock, candidate: ours.execute }, seeds);

    expect(reports.join('\n\n')).toBe('');
    expect(mismatches).toBe(0);
  },
  600_000,
);
