import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { responseNameOf } from './collect-fields.ts';
import type { Path } from './shaping.ts';

/** A place in the answer, and the fields of the operation that ask for it. */
export type Located = { path: Path; nodes: readonly FieldNode[] };

/** Selections, and the type they are made on. */
type Scope = { type: GraphQLCompositeType; set: SelectionSetNode };

type Locating = {
  schema: GraphQLSchema;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  keyOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): string;
  isIncluded(selection: SelectionNode): boolean;
};

/**
 * Finds where something that was fetched stands in the answer: at each response name that the client gave it. What was
 * fetched for other ends than the answer is placed at the nearest object that is in it.
 */
export function createLocate(
  root: Scope,
  { schema, fragments, keyOf, isIncluded }: Locating,
): (path: Path) => Located[] {
  function locate(scopes: readonly Scope[], path: Path, at: Located): Located[] {
    const [part, ...rest] = path;
    if (part === undefined) return [at];
    if (typeof part === 'number') return locate(scopes, rest, { ...at, path: [...at.path, part] });
    const asked = scopes.flatMap(fieldsOf).filter(({ field, definition }) => keyOf(field, definition) === part);
    if (asked.length === 0) return [at];
    const byName = Map.groupBy(asked, ({ field }) => responseNameOf(field));
    return [...byName].flatMap(([name, fields]) =>
      locate(fields.flatMap(below), rest, { path: [...at.path, name], nodes: fields.map(({ field }) => field) }),
    );
  }

  function fieldsOf({ type, set }: Scope): Asked[] {
    return set.selections.filter(isIncluded).flatMap((selection) => fieldsIn(selection, type));
  }

  function fieldsIn(selection: SelectionNode, type: GraphQLCompositeType): Asked[] {
    if (selection.kind === Kind.FIELD) {
      const definition = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
      return definition ? [{ field: selection, definition }] : [];
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const on = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
    return fragment && isCompositeType(on) ? fieldsOf({ type: on, set: fragment.selectionSet }) : [];
  }

  return (path) => locate([root], path, { path: [], nodes: [] });
}

type Asked = { field: FieldNode; definition: GraphQLField<unknown, unknown> };

function below({ field, definition }: Asked): Scope[] {
  const type = getNamedType(definition.type);
  return field.selectionSet && isCompositeType(type) ? [{ type, set: field.selectionSet }] : [];
}
