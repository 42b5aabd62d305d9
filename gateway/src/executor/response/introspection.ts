import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type GraphQLObjectType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import { type Collecting, collectFields } from './collect-fields.ts';
import type { Source } from './shaping.ts';

type Introspected = Collecting & {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  root: GraphQLObjectType;
};

const NOTHING: Source = {};

/** Answers `__schema` and `__type` from the API schema, by response name; the planner leaves them to us. */
export function createIntrospection(introspected: Introspected): (variables: Record<string, unknown>) => Source {
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
