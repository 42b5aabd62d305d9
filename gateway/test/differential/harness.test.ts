import { expect, test } from 'vitest';
import { compete } from './differential.ts';
import { federate } from './federation.ts';
import { createMonolith } from './monolith.ts';
import type { Answer } from './operation.ts';
import { startStockGateway } from './stock-gateway.ts';
import { errors } from './supergraphs/errors.ts';

const mapObjects = (value: unknown, change: (entries: [string, unknown][]) => [string, unknown][]): unknown => {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change));
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.entries(value).map(([key, one]): [string, unknown] => [key, mapObjects(one, change)]);
  return Object.fromEntries(change(inner));
};

const inData = (change: (entries: [string, unknown][]) => [string, unknown][]) => (answer: Answer) => ({
  ...answer,
  data: mapObjects(answer.data, change),
});

/** How many of 40 operations show what an executor does that is right but for one habit. */
async function mismatchesOf(habit: (answer: Answer) => Answer): Promise<number> {
  const federation = federate(errors);
  await using stock = await startStockGateway(federation);
  const monolith = createMonolith(federation);
  const candidate = async (operation: Parameters<typeof monolith>[0]) => habit(await monolith(operation));
  const { mismatches } = await compete({ federation, stock, candidate }, { first: 1, count: 40, maxReports: 0 });
  return mismatches;
}

test('an executor that answers as the specification says has no mismatch', async () => {
  expect(await mismatchesOf((answer) => answer)).toBe(0);
});

test.each<[string, (answer: Answer) => Answer]>([
  ['loses a field', inData((entries) => entries.slice(0, 3))],
  ['puts names in another order', inData((entries) => entries.toReversed())],
  ['loses a null', inData((entries) => entries.filter(([, value]) => value !== null))],
  ['loses an error', (answer) => ({ ...answer, errors: answer.errors.slice(1) })],
  [
    'says where an error is wrongly',
    (answer) => ({ ...answer, errors: answer.errors.map((error) => ({ ...error, path: ['x'] })) }),
  ],
  ['invents an error', (answer) => ({ ...answer, errors: [...answer.errors, { message: 'Invented' }] })],
])('an executor that %s is found out', async (_, habit) => {
  expect(await mismatchesOf(habit)).toBeGreaterThan(0);
});
