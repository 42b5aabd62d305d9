import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLObjectType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getNamedType,
  type InlineFragmentNode,
  isLeafType,
  Kind,
  print,
  SchemaMetaFieldDef,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { fragmentsOf, responseNameOf } from './response/collect-fields.ts';

type Definition = GraphQLField<unknown, unknown>;

/** The name under which a field is fetched and kept, whatever the client calls it in the answer. */
export type FieldKeys = {
  of(field: FieldNode, definition: Definition): string;
  /** The document as it is planned: with each field under its key. */
  planned(document: DocumentNode): DocumentNode;
};

/**
 * Keys for the fields of one operation. The planner adds keys and required fields by their own names and takes whatever
 * the client has put there for them, so no alias may reach it: what cannot have its own name gets a number. Values that
 * ask the same are fetched once. Objects are not, because a null may reach them from below; nor are changes.
 */
export function createFieldKeys(schema: GraphQLSchema, root: GraphQLObjectType): FieldKeys {
  const numbers = new Map<string, string>();
  const changes = new Set(Object.values(schema.getMutationType()?.getFields() ?? {}));

  function keyOf(field: FieldNode, definition: Definition): string {
    const isOne = isLeafType(getNamedType(definition.type)) && !changes.has(definition);
    const name = responseNameOf(field);
    if (definition.args.length === 0 && (isOne || name === definition.name)) return definition.name;
    const call = `${definition.name}(${(field.arguments ?? []).map(print).join(',')})`;
    const asked = isOne ? call : `${name}:${call}`;
    const key = numbers.get(asked) ?? `_${numbers.size}`;
    numbers.set(asked, key);
    return key;
  }

  return {
    of: keyOf,
    planned(document) {
      const types = new TypeInfo(schema);
      const fragments = fragmentsOf(document);
      const rename = (field: FieldNode): FieldNode | undefined => {
        const definition = types.getFieldDef();
        // What is asked of the schema itself is answered without a plan.
        if (definition === SchemaMetaFieldDef || definition === TypeMetaFieldDef) return TYPENAME;
        if (!definition) return undefined;
        const { alias: _, ...plain } = field;
        const key = keyOf(field, definition);
        return key === definition.name ? plain : { ...plain, alias: { kind: Kind.NAME, value: key } };
      };
      const visitor = {
        Field: { leave: rename },
        SelectionSet: { leave: prune },
        FragmentSpread: { enter: (one: FragmentSpreadNode) => rootFragment(one, fragments.get(one.name.value), root) },
        InlineFragment: { enter: (one: InlineFragmentNode) => rootFragment(one, one, root) },
      };
      // Variables in a pass of their own: keys are made of arguments as the client wrote them.
      return visit(visit(document, visitWithTypeInfo(types, visitor)), { Variable: { leave: renameTaken } });
    },
  };
}

/** The variable in which a fetch sends what it knows of entities; a client's own of this name goes by another. */
export const REPRESENTATIONS = 'representations';
export const CLIENTS_REPRESENTATIONS = '_representations';

function renameTaken(variable: VariableNode): VariableNode | undefined {
  if (variable.name.value !== REPRESENTATIONS) return undefined;
  return { ...variable, name: { kind: Kind.NAME, value: CLIENTS_REPRESENTATIONS } };
}

/** The planner passes conditions on the root type on to subgraphs, where it may have another name. */
function rootFragment(
  { directives = [] }: FragmentSpreadNode | InlineFragmentNode,
  fragment: FragmentDefinitionNode | InlineFragmentNode | undefined,
  root: GraphQLObjectType,
): InlineFragmentNode | undefined {
  if (fragment?.typeCondition?.name.value !== root.name) return undefined;
  return { kind: Kind.INLINE_FRAGMENT, directives, selectionSet: fragment.selectionSet };
}

function prune(set: SelectionSetNode): SelectionSetNode {
  const selections = set.selections.filter((one) => !isNeverIncluded(one));
  return { ...set, selections: selections.length === 0 ? [TYPENAME] : selections };
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
