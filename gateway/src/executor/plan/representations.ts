import type { QueryPlanFieldNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { Source } from '../response/shaping.ts';
import { mergeInto, setOwn } from './merge.ts';
import type { IsOfType, Rewrite } from './rewrites.ts';

/** Writes the representation of an entity as JSON text; undefined when the object lacks something that is required. */
export type Represent = (object: Source) => string | undefined;

type Requires = { selections: readonly QueryPlanSelectionNode[]; isOfType: IsOfType; rewrite: Rewrite | undefined };

/** Compiles what a fetch requires of an entity. Equal entities have equal texts, so a text also serves as the key. */
export function compileRepresentation({ selections, isOfType, rewrite }: Requires): Represent {
  const project = (object: Source) => {
    const representation = projectObject(object, selections, isOfType);
    if (!representation?.__typename) return undefined;
    rewrite?.(representation);
    return JSON.stringify(representation);
  };
  if (rewrite) return project;
  const writers = new Map<unknown, Represent>();
  return (object) => {
    const known = writers.get(object.__typename);
    if (known) return known(object);
    const write = flatWriter(selections, object.__typename, isOfType) ?? project;
    // The types of the supergraph are few; names that a subgraph makes up are not kept.
    if (selections.some((one) => isFragmentOn(one, object.__typename, isOfType))) writers.set(object.__typename, write);
    return write(object);
  };
}

/** Nearly every key is a handful of scalars of one type: no object need be made to write those. */
function flatWriter(
  selections: readonly QueryPlanSelectionNode[],
  typename: unknown,
  isOfType: IsOfType,
): Represent | undefined {
  const fragments = selections.filter((one) => isFragmentOn(one, typename, isOfType));
  const fields = fragments[0]?.selections ?? [];
  if (fragments.length !== 1 || !fields.every(isLeaf)) return undefined;
  const names = [...new Set(fields.map(responseNameOf))];
  if (!names.includes('__typename')) return undefined;
  const keys = names.map((name, index) => ({ name, text: `${index === 0 ? '{' : ','}${JSON.stringify(name)}:` }));
  return (object) => {
    let text = '';
    for (const key of keys) {
      const value = object[key.name];
      if (value === undefined) return undefined;
      text += key.text + JSON.stringify(value);
    }
    return `${text}}`;
  };
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
