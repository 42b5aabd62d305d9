import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Source } from '../source.ts';
import { type Collecting, collectFields } from './collect-fields.ts';

type Introspected = Collecting & {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  root: GraphQLObjectType;
};

/** What the API schema answers, by response name. */
export type Introspect = (variables: Record<string, unknown>) => Source;

const NOTHING: Source = {};

/** Answers `__schema` and `__type`, which are not planned. */
export function createIntrospection(introspected: Introspected): Introspect {
  const { schema, operation, root, document } = introspected;
  const fields = collectFields([operation.selectionSet], root, introspected);
  const selections = [...fields.values()].flat().filter(isIntrospection);
  if (selections.length === 0) return () => NOTHING;
  const asked: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      { ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } },
      ...document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION),
    ],
  };
  return (variableValues) => {
    const { data, errors } = executeSync({ schema, document: asked, variableValues });
    if (errors?.[0]) throw errors[0];
    return data ?? NOTHING;
  };
}

const isIntrospection = ({ name }: FieldNode) => name.value === '__schema' || name.value === '__type';
