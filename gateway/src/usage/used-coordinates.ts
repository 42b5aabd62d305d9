import {
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  Kind,
  type OperationDefinitionNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * The schema coordinates that a valid document uses: fields, arguments, and of what it writes out as arguments the input
 * fields and enum values. What every schema has (`__typename`, `@skip`) is left out.
 */
export function usedCoordinates(document: DocumentNode, schema: GraphQLSchema): string[] {
  const types = new TypeInfo(schema);
  const used = new Set<string>();
  const fieldOf = () => `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
  const isIntrospection = () =>
    types.getFieldDef()?.name.startsWith('__') || types.getParentType()?.name.startsWith('__');
  const visitor = {
    [Kind.FIELD]() {
      if (!isIntrospection()) used.add(fieldOf());
    },
    [Kind.ARGUMENT]() {
      const argument = types.getArgument();
      if (argument && !types.getDirective() && !isIntrospection()) used.add(`${fieldOf()}(${argument.name}:)`);
    },
    [Kind.OBJECT_FIELD]({ name }: { name: { value: string } }) {
      const parent = getNamedType(types.getParentInputType());
      if (isInputObjectType(parent)) used.add(`${parent.name}.${name.value}`);
    },
    [Kind.ENUM]() {
      const type = getNamedType(types.getInputType());
      const value = types.getEnumValue();
      if (isEnumType(type) && value) used.add(`${type.name}.${value.name}`);
    },
  };
  visit(document, visitWithTypeInfo(types, visitor));
  return [...used].sort();
}

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
