import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Source } from '../source.ts';
import { mergeInto, setOwn } from './merge.ts';
import type { Rewrite } from './rewrites.ts';
import type { RuntimeTypes } from './runtime-types.ts';

type IsOfType = RuntimeTypes['isOfType'];

/** Writes the representation of an entity as JSON text; undefined when the object lacks something that is required. */
export type Represent = (object: Source) => string | undefined;

/** How the objects of one type are represented. */
export type Representation = {
  write: Represent;
  /** The number of keys of an object of which nothing but its representation is known; undefined where that varies. */
  keys: number | undefined;
  /** Equal for objects with equal representations, and cheaper. */
  identity(object: Source): unknown;
};

type Requires = {
  selections: readonly QueryPlanSelectionNode[];
  isOfType: IsOfType;
  rewrite: Rewrite | undefined;
  /** The type of all objects, which then need not say it. */
  fixedType: string | undefined;
};

/** Compiles what a fetch requires of an entity. Equal entities have equal texts, so a text also serves as the key. */
export function compileRepresentation(requires: Requires): (object: Source) => Representation {
  const write = projection(requires);
  const general = { write, keys: undefined, identity: write };
  if (requires.rewrite) return () => general;
  const fixed = requires.fixedType === undefined ? undefined : flatRepresentation(requires, requires.fixedType);
  if (fixed) return () => fixed;
  const known = new Map<unknown, Representation>();
  return ({ __typename }) => {
    const representation = known.get(__typename) ?? flatRepresentation(requires, __typename) ?? general;
    // The types of the supergraph are few; names that a subgraph makes up are not kept.
    if (requires.selections.some((one) => isFragmentOn(one, __typename, requires.isOfType))) {
      known.set(__typename, representation);
    }
    return representation;
  };
}

function projection({ selections, isOfType, rewrite }: Requires): Represent {
  return (object) => {
    const representation = projectObject(object, selections, isOfType);
    if (!representation?.__typename) return undefined;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
}

/** The one fragment of what is required, if it is a handful of scalars and the type. */
export function flatFragment(selections: readonly QueryPlanSelectionNode[]): FlatFragment | undefined {
  const [fragment, ...others] = selections;
  if (fragment?.kind !== 'InlineFragment' || others.length > 0 || !fragment.selections.every(isLeaf)) return undefined;
  const names = new Set(fragment.selections.map(responseNameOf));
  // What is left are the names of the scalars.
  return names.delete('__typename') ? { typeCondition: fragment.typeCondition, names: [...names] } : undefined;
}

type FlatFragment = { typeCondition: string | undefined; names: readonly string[] };

/** Nearly every key is a handful of scalars of one type: no object need be made to write those. */
function flatRepresentation(requires: Requires, typename: unknown): Representation | undefined {
  const { selections, isOfType, fixedType } = requires;
  const fragment = flatFragment(selections.filter((one) => isFragmentOn(one, typename, isOfType)));
  if (!fragment) return undefined;
  const fields = fragment.names.map((name) => ({ name, text: `,${JSON.stringify(name)}:` }));
  const start = `{"__typename":${JSON.stringify(typename)}`;
  const write: Represent = (object) => {
    let text = start;
    for (const field of fields) {
      const value = object[field.name];
      if (value === undefined) return undefined;
      text += field.text + (typeof value === 'number' ? value : JSON.stringify(value));
    }
    return `${text}}`;
  };
  const [key, second] = fragment.names;
  const identity = key !== undefined && second === undefined ? (object: Source) => object[key] : write;
  return { write, keys: fields.length + (fixedType === undefined ? 1 : 0), identity };
}

function isFragmentOn(selection: QueryPlanSelectionNode, typename: unknown, isOfType: IsOfType) {
  return (
    selection.kind !== 'InlineFragment' ||
    (selection.typeCondition !== undefined && isOfType(typename, selection.typeCondition))
  );
}

const isLeaf = (selection: QueryPlanSelectionNode): selection is QueryPlanFieldNode =>
  selection.kind === 'Field' && selection.selections === undefined && !(responseNameOf(selection) in Object.prototype);

const responseNameOf = ({ alias, name }: QueryPlanFieldNode): string => alias ?? name;

/** Null when a required field was not delivered; a fragment that is not complete adds nothing. */
function projectObject(
  object: Source,
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): Source | null {
  const projected: Source = {};
  for (const selection of selections) {
    if (selection.kind === 'Field') {
      const name = responseNameOf(selection);
      const value = Object.hasOwn(object, name) ? object[name] : undefined;
      if (value === undefined) return null;
      setOwn(projected, name, projectValue(value, selection.selections, isOfType));
    } else if (isFragmentOn(selection, object.__typename, isOfType)) {
      mergeInto(projected, projectObject(object, selection.selections, isOfType) ?? {});
    }
  }
  return projected;
}

function projectValue(
  value: unknown,
  selections: readonly QueryPlanSelectionNode[] | undefined,
  isOfType: IsOfType,
): unknown {
  if (!selections || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => projectValue(item, selections, isOfType));
  return projectObject(value as Source, selections, isOfType);
}
