import { hash } from 'node:crypto';
import {
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  print,
  separateOperations,
} from 'graphql';
import { withoutValues } from './without-values.ts';

/** An operation and the document that holds it and its fragments. */
export type DocumentedOperation = { document: DocumentNode; operation: OperationDefinitionNode };

/** What stands for all operations that differ in nothing but values and aliases. */
export type NormalisedOperation = {
  /** The sha256 of `body`, in hex. */
  id: string;
  /** '' when it has none. */
  name: string;
  body: string;
};

/** The text of a valid operation with the fragments it uses and without values, and what identifies that. */
export function normaliseOperation(asked: DocumentedOperation, schema: GraphQLSchema): NormalisedOperation {
  const body = print(withoutValues(ownDocument(asked), schema));
  return { id: hash('sha256', body), name: nameOf(asked), body };
}

const nameOf = ({ operation }: DocumentedOperation) => operation.name?.value ?? '';

/** The operation with its own fragments alone. */
export function ownDocument(asked: DocumentedOperation): DocumentNode {
  return separateOperations(asked.document)[nameOf(asked)] ?? asked.document;
}
