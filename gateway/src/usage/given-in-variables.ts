import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql';

/** Adds the input fields and enum values in the variables of a request to a set; the values themselves it never keeps. */
export type CollectGiven = (variables: Readonly<Record<string, unknown>>, into: Set<string>) => void;

/** Looking further costs more than knowing it is worth; a request may bring a million of them. */
const MAX_VALUES = 500;

/** Compiles for an operation what looks through its variables; undefined when there is nothing to find in them. */
export function compileGiven({ variableDefinitions = [] }: OperationDefinitionNode, schema: GraphQLSchema) {
  const looked = variableDefinitions.flatMap(({ variable, type: node }) => {
    const type = typeFromAST(schema, node);
    const named = type && getNamedType(type);
    return named && (isEnumType(named) || isInputObjectType(named)) ? [{ name: variable.name.value, type: named }] : [];
  });
  if (looked.length === 0) return undefined;
  const collect: CollectGiven = (variables, into) => {
    const budget = { left: MAX_VALUES };
    for (const { name, type } of looked) collectFrom(variables[name], type, { into, budget });
  };
  return collect;
}

type Collecting = { into: Set<string>; budget: { left: number } };

function collectFrom(value: unknown, type: GraphQLInputType, collecting: Collecting): void {
  const { into, budget } = collecting;
  if (value === null || value === undefined || budget.left-- <= 0) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, budget.left)) collectFrom(item, type, collecting);
    return;
  }
  const named = getNamedType(type);
  if (isEnumType(named) && typeof value === 'string' && named.getValue(value)) into.add(`${named.name}.${value}`);
  if (!isInputObjectType(named) || typeof value !== 'object') return;
  const fields = named.getFields();
  for (const [name, given] of Object.entries(value)) {
    const field = fields[name];
    if (!field) continue;
    into.add(`${named.name}.${name}`);
    collectFrom(given, field.type, collecting);
  }
}
