import type { GraphQLFormattedError } from 'graphql';
import type { Answer } from './operation.ts';

type Failure = GraphQLFormattedError;

/** Before the message of what a gateway throws instead of answering. */
export const THROWN = 'Thrown: ';

const COMPLETION = /^(Cannot return null for non-nullable|Invalid value found|Invalid __typename found)/;

/** The same for objects that differ only in the order of their names. */
export const unordered = (data: unknown): string =>
  JSON.stringify(data, (_, value) => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });

/** Where the null is that an error has caused: at its path or, as null travels upwards, before. */
export function nullOf(data: unknown, path: Failure['path'] = []): string {
  let value = data;
  for (const [depth, key] of path.entries()) {
    if (value === null || value === undefined) return JSON.stringify(path.slice(0, depth));
    value = (value as Readonly<Record<string | number, unknown>>)[key];
  }
  return `${JSON.stringify(path)}${value === null ? '' : ' is not null'}`;
}

const isNotNull = (place: string): boolean => place.endsWith(' is not null');

const withoutPath = ({ path: _, ...error }: Failure): Failure => error;

/** What either gateway says for an error without a message. */
const NO_MESSAGE = /^(Error while fetching subquery from service .*|A subgraph failed without a reason\.)$/;

const told = ({ message, extensions }: Failure): string =>
  JSON.stringify([message.replace(NO_MESSAGE, ''), extensions?.code]);
const pathText = ({ path }: Failure): string => JSON.stringify(path ?? []);
const listed = (errors: readonly Failure[]): string =>
  errors.map((error) => `${told(error)} at ${pathText(error)}`).join(', ');

/** Whether it is the same place, or the last field on the way to it that the client has asked for. */
const leadsTo = (error: Failure, other: Failure): boolean =>
  (error.path ?? []).every((key, depth) => other.path?.[depth] === key);

/**
 * What tells the errors of an answer from the stock gateway's, or undefined. The stock gateway is inexact in this:
 * - of an error inside of what was only fetched for a key or a requirement it shows the inner path;
 * - it counts entities wrongly where some are null or of another type: then the specification's paths are right;
 * - of an error without a path, or of all of `_entities`, it does not say which fields it has cost, if any.
 * Of errors below one null it is enough to tell one.
 */
function errorsDiffer(ours: Answer, stock: Answer, specification: Answer): string | undefined {
  const known = stock.errors.map((error) => (error.path?.includes('@') ? withoutPath(error) : error));
  const open = [...known];
  const take = (matches: (theirs: Failure) => boolean): boolean => {
    const index = open.findIndex(matches);
    if (index >= 0) open.splice(index, 1);
    return index >= 0;
  };
  const isSpecified = (error: Failure) =>
    specification.errors.some((other) => other.message === error.message && leadsTo(error, other));
  const isPathless = (error: Failure) => known.some((theirs) => told(theirs) === told(error) && !theirs.path);
  const theirNulls = new Set(known.map((error) => told(error) + nullOf(stock.data, error.path)));
  const added = ours.errors
    .filter((error) => !take((theirs) => told(theirs) === told(error) && pathText(theirs) === pathText(error)))
    .filter(
      (error) => !take((theirs) => told(theirs) === told(error) && (leadsTo(error, theirs) || isSpecified(error))),
    )
    .filter(
      (error) => !isPathless(error) && !(COMPLETION.test(error.message) && !isNotNull(nullOf(ours.data, error.path))),
    )
    .filter((error) => !theirNulls.has(told(error) + nullOf(ours.data, error.path)));
  const nulls = new Set(ours.errors.map(({ path }) => nullOf(ours.data, path)));
  const missing = open.filter((theirs) => !nulls.has(nullOf(ours.data, theirs.path)));
  const lost = missing.filter((theirs) => theirs.path || ours.errors.length === 0);
  if (lost.length > 0) return `missing errors: ${listed(lost)}`;
  return added.length > 0 ? `added errors: ${listed(added)}` : undefined;
}

/**
 * The stock gateway tells of values that break the schema in an extension, and only if nothing else went wrong; also of an
 * entity that its subgraph does not know, which for ours is a null like others.
 */
function completionsDiffer(ours: Answer, stock: Answer): string | undefined {
  if (stock.errors.length > 0) return undefined;
  const theirs = new Set(stock.valueCompletion.map(pathText));
  const strange = ours.errors.filter((error) => !theirs.has(pathText(error)));
  if (strange.length > 0) return `values that only one complains about: ${listed(strange)}`;
  const isUnknown = ({ path = [] }: Failure) => nullOf(ours.data, path) === JSON.stringify(path.slice(0, -1));
  return ours.errors.length === 0 && !stock.valueCompletion.every(isUnknown)
    ? `values that only one complains about: ${[...theirs]}`
    : undefined;
}

/** Some operations the planner of both refuses, or cannot bear. */
const isRefusal = ({ errors }: Answer, thrown: string): boolean =>
  errors.some(({ message, extensions }) => THROWN + message === thrown || extensions?.code === 'OPERATION_TOO_COMPLEX');

/** What tells an answer from the stock gateway's, or undefined; the order of names and errors does not count. */
export function difference(ours: Answer, stock: Answer, specification: Answer): string | undefined {
  const [thrown] = stock.errors.filter(({ message }) => message.startsWith(THROWN));
  if (thrown && ours.data === null && isRefusal(ours, thrown.message)) return undefined;
  if (unordered(ours.data) !== unordered(stock.data)) return 'data differ';
  return errorsDiffer(ours, stock, specification) ?? completionsDiffer(ours, stock);
}
