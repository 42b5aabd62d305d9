import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isUnionType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { fragmentsOf } from '../document/fragments.ts';
import type { Requirement } from './requirements.ts';
import type { SupergraphRules } from './supergraph-rules.ts';

/** A validated operation in its document, and the API schema it was validated against. */
export type Operation = { document: DocumentNode; operation: OperationDefinitionNode; schema: GraphQLSchema };

export type ProtectedFields = {
  /** The selections that take something to see; those of a fragment take the same wherever it is spread. */
  requirements: ReadonlyMap<FieldNode, readonly Requirement[]>;
  /** How many lists lie around the objects of a field, for those in lists. */
  listDepths: ReadonlyMap<FieldNode, number>;
};

/** Reads an operation once: a fragment is only a spelling, what counts is the type a field is selected on. */
export function protectedFields({ document, operation, schema }: Operation, rules: SupergraphRules): ProtectedFields {
  const requirements = new Map<FieldNode, readonly Requirement[]>();
  const listDepths = new Map<FieldNode, number>();
  const fragments = fragmentsOf(document);
  const seen = new Set<string>();

  function readField(field: FieldNode, parent: GraphQLCompositeType): void {
    const required = rules.get(`${parent.name}.${field.name.value}`);
    if (required) requirements.set(field, required);
    const type = isUnionType(parent) ? undefined : parent.getFields()[field.name.value]?.type;
    const named = getNamedType(type);
    // Not so for scalars, enums and introspection.
    if (!field.selectionSet || !type || !isCompositeType(named)) return;
    const depth = listDepth(type);
    if (depth > 0) listDepths.set(field, depth);
    readSelections(field.selectionSet, named);
  }

  function readFragment(name: string): void {
    const fragment = fragments.get(name);
    if (!fragment || seen.has(name)) return;
    seen.add(name);
    readSelections(fragment.selectionSet, compositeType(schema, fragment.typeCondition.name.value));
  }

  function readSelections({ selections }: SelectionSetNode, parent: GraphQLCompositeType): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) readField(selection, parent);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) readFragment(selection.name.value);
      else {
        const condition = selection.typeCondition?.name.value;
        readSelections(selection.selectionSet, condition === undefined ? parent : compositeType(schema, condition));
      }
    }
  }

  readSelections(operation.selectionSet, rootType(schema, operation));
  return { requirements, listDepths };
}

function rootType(schema: GraphQLSchema, { operation }: OperationDefinitionNode): GraphQLCompositeType {
  const root = schema.getRootType(operation);
  if (root) return root;
  throw new Error(`The schema has no ${operation}s.`);
}

function compositeType(schema: GraphQLSchema, name: string): GraphQLCompositeType {
  const type = schema.getType(name);
  if (isCompositeType(type)) return type;
  throw new Error(`The schema has no composite type ${name}.`);
}

function listDepth(type: GraphQLOutputType): number {
  if (isNonNullType(type)) return listDepth(type.ofType);
  return isListType(type) ? 1 + listDepth(type.ofType) : 0;
}
