import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
  isUnionType,
  print,
} from 'graphql';
import {
  type FieldDescription,
  type InputDescription,
  type SchemaDescription,
  type TypeDescription,
  toJson,
  type ValueDescription,
} from './schema-description.ts';
import { rootNames } from './supergraph-types.ts';

/** Describes a schema that was built of an SDL, without what every schema has and the directives applied in it. */
export function describeSchema(schema: GraphQLSchema): SchemaDescription {
  const { description } = plain(schema);
  const types = Object.values(schema.getTypeMap());
  return {
    description,
    roots: rootNames(schema),
    types: types.filter((type) => !isSpecifiedScalarType(type) && !isIntrospectionType(type)).map(describeType),
    directives: schema
      .getDirectives()
      .filter((directive) => !isSpecifiedDirective(directive))
      .map(({ name, locations, isRepeatable, args, ...rest }) => ({
        name,
        description: plain(rest).description,
        locations,
        isRepeatable,
        args: byName(args, describeInput),
      })),
  };
}

function describeType(type: GraphQLNamedType): TypeDescription {
  const its = { name: type.name, description: plain(type).description };
  if (isScalarType(type)) return { ...its, kind: 'scalar', specifiedByURL: type.specifiedByURL ?? undefined };
  if (isUnionType(type)) return { ...its, kind: 'union', members: namesOf(type.getTypes()) };
  if (isEnumType(type)) return { ...its, kind: 'enum', values: toJson(byName(type.getValues(), plain)) };
  if (isInputObjectType(type)) {
    const fields = byName(Object.values(type.getFields()), describeInput);
    return { ...its, kind: 'input', fields: toJson(fields), isOneOf: type.isOneOf };
  }
  return {
    ...its,
    kind: isInterfaceType(type) ? 'interface' : 'object',
    interfaces: namesOf(type.getInterfaces()),
    fields: toJson(byName(Object.values(type.getFields()), describeField)),
  };
}

const describeField = (field: GraphQLField<unknown, unknown>): FieldDescription => ({
  ...plain(field),
  type: String(field.type),
  args: byName(field.args, describeInput),
});

/** The default as it was written: graphql cannot print an object that is the default of a custom scalar. */
const describeInput = (input: GraphQLArgument | GraphQLInputField): InputDescription => ({
  ...plain(input),
  type: String(input.type),
  defaultValue: input.astNode?.defaultValue && print(input.astNode.defaultValue),
});

type Documented = { description?: string | null | undefined; deprecationReason?: string | null | undefined };

const plain = ({ description, deprecationReason }: Documented): ValueDescription => ({
  description: description ?? undefined,
  deprecationReason: deprecationReason ?? undefined,
});

const byName = <Element extends { name: string }, Description>(
  elements: readonly Element[],
  describe: (element: Element) => Description,
): Record<string, Description> => Object.fromEntries(elements.map((element) => [element.name, describe(element)]));

const namesOf = (types: readonly GraphQLNamedType[]): string[] => types.map(({ name }) => name);
