import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInputType,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from '../operation.ts';

/** What an operation asks of a schema. */
export type Uses = {
  /**
   * Coordinates: `Type`, `Type.field` selected, `Type.field(argument:)` given, `Input.field` and `Enum.VALUE` given, in the
   * text or perhaps in variables, `@directive`.
   */
  coordinates: ReadonlySet<string>;
  /** Types that it is answered with. */
  returned: ReadonlySet<string>;
  /** Input types of which variables give values that the text does not show. */
  inVariables: ReadonlySet<string>;
};

/** What an operation that is valid on a schema uses of it. */
export function usesOf(schema: GraphQLSchema, operation: Operation): Uses {
  const coordinates = new Set(operation.givenInVariables);
  const returned = new Set<string>();
  const inVariables = new Set<string>();
  const types = new TypeInfo(schema);
  const addType = (type: Parameters<typeof getNamedType>[0], to = coordinates) =>
    type && to.add(getNamedType(type).name);
  visit(
    operation.document,
    visitWithTypeInfo(types, {
      Field({ name }) {
        addType(types.getParentType());
        addType(types.getType());
        addType(types.getType(), returned);
        coordinates.add(`${types.getParentType()?.name}.${name.value}`);
      },
      Argument({ name }) {
        addType(types.getInputType());
        const directive = types.getDirective();
        const field = `${types.getParentType()?.name}.${types.getFieldDef()?.name}`;
        coordinates.add(directive ? `@${directive.name}(${name.value}:)` : `${field}(${name.value}:)`);
      },
      ObjectField({ name }) {
        addType(types.getInputType());
        coordinates.add(`${getNamedType(types.getParentInputType())}.${name.value}`);
      },
      EnumValue({ value }) {
        coordinates.add(`${getNamedType(types.getInputType())}.${value}`);
      },
      NamedType({ name }) {
        coordinates.add(name.value);
      },
      Directive({ name }) {
        coordinates.add(`@${name.value}`);
      },
      VariableDefinition({ type }) {
        const given = typeFromAST(schema, type);
        if (isInputType(given)) addGiven(given, inVariables);
      },
    }),
  );
  const hidden = operation.givenInVariables ? [] : [...inVariables].flatMap((name) => membersOf(schema, name));
  return { coordinates: new Set([...coordinates, ...inVariables, ...hidden]), returned, inVariables };
}

/** Adds an input type and all that its values may hold. */
function addGiven(given: GraphQLInputType, known: Set<string>): void {
  const type = getNamedType(given);
  if (known.has(type.name)) return;
  if (isEnumType(type)) known.add(type.name);
  if (!isInputObjectType(type)) return;
  known.add(type.name);
  for (const field of Object.values(type.getFields())) addGiven(field.type, known);
}

/** All that may be given of an input type. */
function membersOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  if (isEnumType(type)) return type.getValues().map((value) => `${name}.${value.name}`);
  return isInputObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
}
