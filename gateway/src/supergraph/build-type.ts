import {
  assertInputType,
  assertInterfaceType,
  assertNullableType,
  assertObjectType,
  assertOutputType,
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLInputFieldConfig,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLList,
  type GraphQLNamedType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLScalarType,
  type GraphQLType,
  GraphQLUnionType,
  parseConstValue,
  specifiedScalarTypes,
  valueFromAST,
} from 'graphql';
import {
  type FieldDescription,
  fromJson,
  type InputDescription,
  type Json,
  type TypeDescription,
} from './schema-description.ts';

/** The types of one schema by their texts: `Post`, and `[Post!]!` too, of which fields share one. */
export type KnownTypes = { add(type: GraphQLNamedType): void; of(text: string): GraphQLType };

/** Knows the types that every schema has. */
export function createKnownTypes(): KnownTypes {
  const known = new Map<string, GraphQLType>(specifiedScalarTypes.map((type) => [type.name, type]));

  function of(text: string): GraphQLType {
    const type = known.get(text) ?? wrapped(text);
    known.set(text, type);
    return type;
  }

  function wrapped(text: string): GraphQLType {
    if (text.endsWith('!')) return new GraphQLNonNull(assertNullableType(of(text.slice(0, -1))));
    if (text.startsWith('[')) return new GraphQLList(of(text.slice(1, -1)));
    throw new Error(`Unknown type ${text}.`);
  }

  return { of, add: (type) => void known.set(type.name, type) };
}

/** Builds a type; what it consists of is built when it is first asked for, for then all types are known. */
export function buildType(type: TypeDescription, known: KnownTypes): GraphQLNamedType {
  switch (type.kind) {
    case 'scalar':
      return new GraphQLScalarType(type);
    case 'enum':
      return new GraphQLEnumType({ ...type, values: fromJson(type.values) });
    case 'union':
      return new GraphQLUnionType({ ...type, types: () => type.members.map(known.of).map(assertObjectType) });
    case 'input':
      return new GraphQLInputObjectType({ ...type, fields: () => buildInputs(fromJson(type.fields), known) });
    case 'object':
      return new GraphQLObjectType({ ...type, ...partsOf(type, known) });
    case 'interface':
      return new GraphQLInterfaceType({ ...type, ...partsOf(type, known) });
  }
}

type Composite = { interfaces: readonly string[]; fields: Json<Record<string, FieldDescription>> };

const partsOf = ({ interfaces, fields }: Composite, known: KnownTypes) => ({
  interfaces: () => interfaces.map(known.of).map(assertInterfaceType),
  fields: () => mapValues(fromJson(fields), (field) => buildField(field, known)),
});

const buildField = (field: FieldDescription, known: KnownTypes): GraphQLFieldConfig<unknown, unknown> => ({
  ...field,
  type: assertOutputType(known.of(field.type)),
  args: buildInputs(field.args, known),
});

/** Builds the arguments of a field or a directive, or the fields of an input. */
export const buildInputs = (inputs: Readonly<Record<string, InputDescription>>, known: KnownTypes) =>
  mapValues(inputs, (input) => buildInput(input, known));

function buildInput({ defaultValue, ...input }: InputDescription, known: KnownTypes): GraphQLInputFieldConfig {
  const type = assertInputType(known.of(input.type));
  const value = defaultValue === undefined ? undefined : valueFromAST(parseConstValue(defaultValue), type);
  return { ...input, type, defaultValue: value };
}

const mapValues = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]));
