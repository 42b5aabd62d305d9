import type { GraphQLFormattedError } from 'graphql';
import { expect, test } from 'vitest';
import { federate } from './federation.ts';
import { KNOWN_DIFFERENCES, type Shown } from './known-differences.ts';
import { type Answer, operationOf } from './operation.ts';
import { startOurGateway } from './our-gateway.ts';
import { startStockGateway } from './stock-gateway.ts';

const told = ({ message, path, extensions }: GraphQLFormattedError): string => {
  const code = extensions?.code;
  return [message, ...(path ? [`at ${path.join('.')}`] : []), ...(code ? [`(${code})`] : [])].join(' ');
};

const shown = ({ data, errors, valueCompletion }: Answer): Shown => ({
  data: JSON.stringify(data),
  ...(errors.length > 0 && { errors: errors.map(told) }),
  ...(valueCompletion.length > 0 && { valueCompletion: valueCompletion.map(told) }),
});

test.each(KNOWN_DIFFERENCES)('the stock gateway $stockGateway', async ({ graph, operation, ours, stock }) => {
  const federation = federate(graph);
  await using stockGateway = await startStockGateway(federation);
  await using ourGateway = await startOurGateway(federation);

  expect(shown(await stockGateway.execute(operationOf(operation)))).toEqual(stock);
  expect(shown(await ourGateway.execute(operationOf(operation)))).toEqual(ours);
});
