import {
  type FieldNode,
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  type ValidationRule,
} from 'graphql';

/** Refuses to tell of the schema. Operations that ask for `__type` only pass: the answer is that there is none. */
export const noIntrospection: ValidationRule = (context) => ({
  OperationDefinition: { enter: (operation) => (asksForTypesOnly(operation) ? false : undefined) },
  Field(node) {
    const name = node.name.value;
    if (name !== '__schema' && name !== '__type') return;
    context.reportError(new GraphQLError('Introspection is not available here.', { nodes: node }));
  },
});

/** Whether an operation consists of `__type` fields, and `__typename` beside them. */
export function asksForTypesOnly(operation: OperationDefinitionNode): boolean {
  const names = plainFields(operation).map(({ name }) => name.value);
  const isPlain = names.length === operation.selectionSet.selections.length;
  return operation.operation === 'query' && isPlain && names.includes('__type') && names.every(isTypeField);
}

/** What `asksForTypesOnly` is answered: null for each type, as `__type` may say of any name, even an existing one. */
export function answerWithoutTypes(schema: GraphQLSchema, operation: OperationDefinitionNode): Record<string, unknown> {
  return Object.fromEntries(
    plainFields(operation).map(({ name, alias }) => [
      (alias ?? name).value,
      name.value === '__type' ? null : schema.getRootType(operation.operation)?.name,
    ]),
  );
}

/** Refuses variables that do not fit; the executor, which does it else, is not asked for `__type`. */
export function requireVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const [error] = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 }).errors ?? [];
  if (!error) return;
  throw new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } });
}

const isTypeField = (name: string): boolean => name === '__type' || name === '__typename';

const plainFields = ({ selectionSet }: OperationDefinitionNode): FieldNode[] =>
  selectionSet.selections.filter((one) => one.kind === Kind.FIELD && !one.directives?.length) as FieldNode[];
