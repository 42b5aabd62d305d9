import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isObjectType,
  isUnionType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Fragments } from '../../document/fragments.ts';
import type { Path, Source } from '../source.ts';
import { responseNameOf } from './collect-fields.ts';

/** A place in the answer, and the fields of the operation that ask for it. */
export type Located = { path: Path; nodes: readonly FieldNode[] };

/** Selections, and the type they are made on. */
type Scope = { type: GraphQLCompositeType; set: SelectionSetNode };

type Locating = {
  schema: GraphQLSchema;
  fragments: Fragments;
  keyOf(field: FieldNode, definition: GraphQLField<unknown, unknown>): string;
  isIncluded(selection: SelectionNode): boolean;
};

export type Locate = (path: Path, data: Source) => Located[];

/** Where we are on the way: the selections, what was delivered there, and the place in the answer. */
type Reached = { scopes: readonly Scope[]; value: unknown; at: Located };

/**
 * Finds where something that was fetched stands in the answer: at each response name that the client gave it. What was
 * fetched for other ends than the answer is placed at the nearest object that is in it.
 */
export function createLocate(root: Scope, { schema, fragments, keyOf, isIncluded }: Locating): Locate {
  function locate(path: Path, { scopes, value, at }: Reached): { found: Located[]; depth: number } {
    const [part, ...rest] = path;
    if (part === undefined) return { found: [at], depth: 0 };
    if (!isHolder(value)) return { found: [at], depth: path.length };
    const next = value[part];
    if (typeof part === 'number') return locate(rest, { scopes, value: next, at: { ...at, path: [...at.path, part] } });
    const asked = scopes
      .flatMap((scope) => fieldsOf(scope, runtimeOf(schema, scope, value)))
      .filter((one) => keyOf(one.field, one.definition) === part);
    if (asked.length === 0) return { found: [at], depth: path.length };
    const ways = [...Map.groupBy(asked, ({ field }) => responseNameOf(field))].map(([name, fields]) => {
      const nodes = [...new Set(fields.map(({ field }) => field))];
      return locate(rest, { scopes: fields.flatMap(below), value: next, at: { path: [...at.path, name], nodes } });
    });
    // A response name below which the client did not ask for it is not concerned.
    const depth = Math.min(...ways.map((way) => way.depth));
    return { found: ways.flatMap((way) => (way.depth === depth ? way.found : [])), depth };
  }

  function fieldsOf({ type, set }: Scope, runtime: Runtime): Asked[] {
    return set.selections.filter(isIncluded).flatMap((selection) => fieldsIn(selection, type, runtime));
  }

  function fieldsIn(selection: SelectionNode, type: GraphQLCompositeType, runtime: Runtime): Asked[] {
    if (selection.kind === Kind.FIELD) {
      const definition = isUnionType(type) ? undefined : type.getFields()[selection.name.value];
      return definition ? [{ field: selection, definition }] : [];
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    const on = fragment?.typeCondition ? schema.getType(fragment.typeCondition.name.value) : type;
    if (!fragment || !isCompositeType(on) || !mayBe(schema, on, runtime)) return [];
    return fieldsOf({ type: on, set: fragment.selectionSet }, runtime);
  }

  return (path, data) => {
    const { found } = locate(path, { scopes: [root], value: data, at: { path: [], nodes: [] } });
    return found.filter((place) => place.path.length > 0);
  };
}

type Runtime = GraphQLObjectType | undefined;

/** The type of an object, where it is known. */
function runtimeOf(schema: GraphQLSchema, { type }: Scope, value: unknown): Runtime {
  const typename = isHolder(value) ? value.__typename : undefined;
  const runtime = typeof typename === 'string' ? schema.getType(typename) : type;
  return isObjectType(runtime) ? runtime : undefined;
}

function mayBe(schema: GraphQLSchema, type: GraphQLCompositeType, runtime: Runtime): boolean {
  if (!runtime || runtime === type) return true;
  return isAbstractType(type) && schema.isSubType(type, runtime);
}

type Asked = { field: FieldNode; definition: GraphQLField<unknown, unknown> };

function below({ field, definition }: Asked): Scope[] {
  const type = getNamedType(definition.type);
  return field.selectionSet && isCompositeType(type) ? [{ type, set: field.selectionSet }] : [];
}

const isHolder = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;
