import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  type NameNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

type Named = { name: NameNode };
type Type = Parameters<typeof getNamedType>[0];

/** What the text of a document asks of a schema, as schema coordinates. */
export type UsedInText = {
  /** `Type.field`, of the type that it is selected on. */
  selected: ReadonlySet<string>;
  /** `Type.field(argument:)`, `Input.field` and `Enum.VALUE`. */
  given: ReadonlySet<string>;
  /** Types that it is answered with. */
  returned: ReadonlySet<string>;
  /** All types that it has to do with. */
  types: ReadonlySet<string>;
  /** `@directive` and `@directive(argument:)`. */
  directives: ReadonlySet<string>;
};

/** What a document that is valid on a schema uses of it; what variables hold is not in the text. */
export function usedInText(document: DocumentNode, schema: GraphQLSchema): UsedInText {
  const info = new TypeInfo(schema);
  const [selected, given, returned] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const [types, directives] = [new Set<string>(), new Set<string>()];
  const addType = (type: Type, to = types) => type && to.add(getNamedType(type).name);
  const visitor = {
    Field({ name }: Named) {
      selected.add(`${info.getParentType()?.name}.${name.value}`);
      addType(info.getType(), returned);
      addType(info.getType());
      addType(info.getParentType());
    },
    Argument({ name }: Named) {
      addType(info.getInputType());
      const directive = info.getDirective();
      if (directive) directives.add(`@${directive.name}(${name.value}:)`);
      else given.add(`${info.getParentType()?.name}.${info.getFieldDef()?.name}(${name.value}:)`);
    },
    // Trap: in a scalar of one's own, fields and names are values that belong to nothing.
    ObjectField({ name }: Named) {
      addType(info.getInputType());
      const parent = getNamedType(info.getParentInputType());
      if (isInputObjectType(parent)) given.add(`${parent.name}.${name.value}`);
    },
    EnumValue({ value }: { value: string }) {
      const type = getNamedType(info.getInputType());
      if (isEnumType(type)) given.add(`${type.name}.${value}`);
    },
    NamedType({ name }: Named) {
      types.add(name.value);
    },
    Directive({ name }: Named) {
      directives.add(`@${name.value}`);
    },
  };
  visit(document, visitWithTypeInfo(info, visitor));
  return { selected, given, returned, types, directives };
}
