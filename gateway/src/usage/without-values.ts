import {
  type ASTVisitor,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  type ListValueNode,
  print,
  type StringValueNode,
  TypeInfo,
  type ValueNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';

const NOTHING: StringValueNode = { kind: Kind.STRING, value: '' };

/** The conditions of an operation are its shape: another plan is made where they differ. */
const CONDITIONS = ['skip', 'include'];

/**
 * A document valid on a schema, with 1 for its numbers, '' for texts and scalars of one's own, and false for booleans but
 * those of conditions. Enum values, null and the fields of input objects stay: they are of the schema. An alias may carry
 * an id, so they become alias1, alias2, …; without any, one field could not be asked twice with different arguments.
 */
export function withoutValues(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const types = new TypeInfo(schema);
  return visit(document, visitWithTypeInfo(types, { ...renamingAliases(), ...removingValues(types) }));
}

function renamingAliases(): ASTVisitor {
  const names = new Map<string, string>();
  return {
    [Kind.FIELD]({ alias, ...field }) {
      if (alias === undefined) return undefined;
      if (alias.value === field.name.value) return field;
      const value = names.get(alias.value) ?? `alias${names.size + 1}`;
      names.set(alias.value, value);
      return { ...field, alias: { kind: Kind.NAME, value } };
    },
  };
}

function removingValues(types: TypeInfo): ASTVisitor {
  // A scalar of one's own takes objects, lists and names too, and then they are values like others.
  const isOfSchema = () => {
    const type = getNamedType(types.getInputType());
    return isEnumType(type) || isInputObjectType(type);
  };
  // Inside a list, the type is already that of its items.
  const isList = () => isListType(getNullableType(types.getParentInputType()));
  const isCondition = () => CONDITIONS.includes(types.getDirective()?.name ?? '');
  return {
    [Kind.INT]: (node) => ({ ...node, value: '1' }),
    [Kind.FLOAT]: (node) => ({ ...node, value: '1.0' }),
    [Kind.STRING]: () => NOTHING,
    [Kind.BOOLEAN]: (node) => (isCondition() ? undefined : { ...node, value: false }),
    [Kind.ENUM]: () => (isOfSchema() ? undefined : NOTHING),
    [Kind.OBJECT]: () => (isOfSchema() ? undefined : NOTHING),
    [Kind.LIST]: { enter: () => (isOfSchema() || isList() ? undefined : NOTHING), leave: withoutRepetition },
  };
}

/** How many ids were asked for is a value, too. */
function withoutRepetition(list: ListValueNode): ListValueNode {
  const distinct = new Map<string, ValueNode>(list.values.map((value) => [print(value), value]));
  return { ...list, values: [...distinct.values()] };
}
