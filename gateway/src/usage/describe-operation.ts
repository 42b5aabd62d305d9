import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type CollectGiven, compileGiven } from './given-in-variables.ts';
import {
  type DocumentedOperation,
  type NormalisedOperation,
  normaliseOperation,
  ownDocument,
} from './normalise-operation.ts';
import { type UsedInText, usedInText } from './used-in-text.ts';

/** All that is recorded of an operation whoever sends it. */
export type DescribedOperation = NormalisedOperation & {
  /** The schema coordinates in its text. */
  coordinates: readonly string[];
  /** Undefined: its variables have no part in the schema. */
  collectGiven: CollectGiven | undefined;
};

/** Undefined for what uses nothing of the schema, as introspection. */
export type DescribeOperation = (asked: DocumentedOperation, schema: GraphQLSchema) => DescribedOperation | undefined;

type Known = WeakMap<OperationDefinitionNode, { described: DescribedOperation | undefined }>;

/** Describes each operation of a parsed document once for a schema; the answer lives as long as both do. */
export function createDescribe(): DescribeOperation {
  const schemas = new WeakMap<GraphQLSchema, Known>();
  return (asked, schema) => {
    const known: Known = schemas.get(schema) ?? new WeakMap();
    schemas.set(schema, known);
    const entry = known.get(asked.operation) ?? { described: describe(asked, schema) };
    known.set(asked.operation, entry);
    return entry.described;
  };
}

function describe(asked: DocumentedOperation, schema: GraphQLSchema): DescribedOperation | undefined {
  const coordinates = coordinatesOf(usedInText(ownDocument(asked), schema));
  if (coordinates.length === 0) return undefined;
  return { ...normaliseOperation(asked, schema), coordinates, collectGiven: compileGiven(asked.operation, schema) };
}

/** What every schema has (`__typename`, `__Type.name`) tells nothing about this one. */
const coordinatesOf = ({ selected, given }: UsedInText): string[] =>
  [...selected, ...given].filter((coordinate) => !/(^|\.)__/.test(coordinate)).sort();
