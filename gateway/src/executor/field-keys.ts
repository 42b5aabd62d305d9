import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getNamedType,
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
import { responseNameOf } from './response/collect-fields.ts';
import type { IsIncluded } from './response/conditions.ts';

type Definition = GraphQLField<unknown, unknown>;

/** The name under which a field is fetched and kept, whatever the client calls it in the answer. */
export type FieldKeys = {
  of(field: FieldNode, definition: Definition): string;
  /** The document as it is planned, each field under its key; where it is decided, without what is not included. */
  planned(document: DocumentNode, isIncluded: IsIncluded | undefined): DocumentNode;
};

/**
 * Keys for the fields of one operation. The planner adds keys and required fields by their own names and takes whatever
 * the client has put there for them, so no alias may reach it: what cannot have its own name gets a number. Values that
 * ask the same are fetched once. Objects are not, because a null may reach them from below; nor are changes.
 */
export function createFieldKeys(schema: GraphQLSchema): FieldKeys {
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
    planned(document, isIncluded) {
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
      const prune = (set: SelectionSetNode): SelectionSetNode | undefined => {
        if (!isIncluded) return undefined;
        const selections = set.selections.filter(isIncluded).map(withoutConditions);
        return { ...set, selections: selections.length === 0 ? [TYPENAME] : selections };
      };
      const visitor = { Field: { leave: rename }, SelectionSet: { enter: prune } };
      // Variables in a pass of their own: keys are made of arguments as the client wrote them.
      return visit(visit(document, visitWithTypeInfo(types, visitor)), { Variable: { leave: renameTaken } });
    },
  };
}

/** The conditions hold, or the selection would not be here. */
function withoutConditions(selection: SelectionNode): SelectionNode {
  const directives = selection.directives?.filter(({ name }) => !CONDITIONS.has(name.value)) ?? [];
  return { ...selection, directives };
}

const CONDITIONS: ReadonlySet<string> = new Set([GraphQLSkipDirective.name, GraphQLIncludeDirective.name]);

/** The variable in which a fetch sends what it knows of entities; a client's own of this name goes by another. */
export const REPRESENTATIONS = 'representations';
export const CLIENTS_REPRESENTATIONS = '_representations';

function renameTaken(variable: VariableNode): VariableNode | undefined {
  if (variable.name.value !== REPRESENTATIONS) return undefined;
  return { ...variable, name: { kind: Kind.NAME, value: CLIENTS_REPRESENTATIONS } };
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: TypeNameMetaFieldDef.name } };
