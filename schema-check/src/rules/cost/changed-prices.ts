import { isDeepStrictEqual } from 'node:util';
import type { GraphQLSchema } from 'graphql';
import type { Operation } from '../../operation.ts';
import { usesOf } from '../../operations/uses.ts';
import { fieldAt, namedTypeAt } from '../reading/coordinates.ts';
import { selectedFields } from '../reading/uses.ts';
import type { Versions } from '../reading/versions.ts';
import { costDirectivesOf } from './operation-cost.ts';

/** Coordinates of types, fields and arguments whose weight or list size is another one. */
export function changedPrices({ base, head }: Versions): Set<string> {
  const [before, after] = [costDirectivesOf(base), costDirectivesOf(head)];
  const coordinates = [before, after].flatMap(({ weights, listSizes }) => [...weights.keys(), ...listSizes.keys()]);
  const changed = coordinates.filter(
    (coordinate) =>
      before.weights.get(coordinate) !== after.weights.get(coordinate) ||
      !isDeepStrictEqual(before.listSizes.get(coordinate), after.listSizes.get(coordinate)),
  );
  return new Set(changed);
}

/** The coordinate whose price, length or page size makes an operation dearer; undefined when it is no single one. */
export function causeOf(
  operation: Operation,
  { base, head }: Versions,
  prices: ReadonlySet<string>,
): string | undefined {
  const selected = [...selectedFields(head.api, operation)];
  const { coordinates } = usesOf(head.api, operation);
  return (
    selected.find((field) => prices.has(field)) ??
    selected.flatMap((field) => namedTypeAt(head.api, field) ?? []).find((type) => prices.has(type)) ??
    selected.find((field) => [...prices].some((price) => price.startsWith(`${field}(`))) ??
    [...prices].find((price) => coordinates.has(price)) ??
    selected.find((field) => signatureOf(base.api, field) !== signatureOf(head.api, field))
  );
}

function signatureOf(schema: GraphQLSchema, coordinate: string): string {
  const field = fieldAt(schema, coordinate);
  return `${field?.type} ${field?.args.map(({ name, type, defaultValue }) => `${name}: ${type} = ${defaultValue}`)}`;
}
