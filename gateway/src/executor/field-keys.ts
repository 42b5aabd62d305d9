import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  Kind,
  print,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { responseNameOf } from './response/collect-fields.ts';

type Definition = GraphQLField<unknown, unknown>;

/** The name under which a field is fetched and kept, whatever the client calls it in the answer. */
export type FieldKeys = {
  of(field: FieldNode, definition: Definition): string;
  /** The document as it is planned: with each field under its key. */
  planned(document: DocumentNode): DocumentNode;
};

/**
 * Keys for the fields of one operation. A field without parameters is kept under its own name, one with parameters under
 * a number for its arguments. The planner adds keys and required fields by their own names and takes whatever the client
 * has put there for them, so no alias may reach it. Fields that ask the same are fetched once, except that each change
 * is made as often as it is asked for.
 */
export function createFieldKeys(schema: GraphQLSchema): FieldKeys {
  const numbers = new Map<string, string>();
  const changes = new Set(Object.values(schema.getMutationType()?.getFields() ?? {}));

  function keyOf(field: FieldNode, definition: Definition): string {
    const isChange = changes.has(definition);
    if (definition.args.length === 0 && !isChange) return definition.name;
    const call = `${definition.name}(${(field.arguments ?? []).map(print).join(',')})`;
    const asked = isChange ? `${responseNameOf(field)}:${call}` : call;
    const key = numbers.get(asked) ?? `_${numbers.size}`;
    numbers.set(asked, key);
    return key;
  }

  return {
    of: keyOf,
    planned(document) {
      const types = new TypeInfo(schema);
      const rename = (field: FieldNode): FieldNode | undefined => {
        const definition = types.getFieldDef();
        // What is asked of the schema itself is answered without a plan.
        if (definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef) return TYPENAME;
        if (!definition) return undefined;
        const { alias: _, ...plain } = field;
        const key = keyOf(field, definition);
        return key === definition.name ? plain : { ...plain, alias: { kind: Kind.NAME, value: key } };
      };
      const prune = (set: SelectionSetNode): SelectionSetNode => {
        const selections = set.selections.filter((one) => !isNeverIncluded(one));
        return { ...set, selections: selections.length === 0 ? [TYPENAME] : selections };
      };
      return visit(document, visitWithTypeInfo(types, { Field: { leave: rename }, SelectionSet: { leave: prune } }));
    },
  };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name } };

/** A selection with a constant condition that fails: the planner need not see it. */
function isNeverIncluded({ directives = [] }: SelectionNode): boolean {
  return directives.some(({ name, arguments: given = [] }) => {
    const condition = given[0]?.value;
    if (condition?.kind !== Kind.BOOLEAN) return false;
    return name.value === (condition.value ? GraphQLSkipDirective.name : GraphQLIncludeDirective.name);
  });
}
