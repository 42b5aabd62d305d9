import { Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Fragments } from '../document/fragments.ts';
import type { Limits } from './limits.ts';

/** The size of selections once fragments are written out; `depth` in fields, without introspection. */
type Size = Pick<Limits, 'selections' | 'depth' | 'aliases' | 'directives' | 'directivesPerSelection' | 'repeats'>;

const NOTHING: Size = { selections: 0, depth: 0, aliases: 0, directives: 0, directivesPerSelection: 0, repeats: 0 };

/** Says in a sentence what an operation has too much of; fragments must not come to themselves. */
export function findExcess(
  operation: OperationDefinitionNode,
  fragments: Fragments,
  limits: Size & Pick<Limits, 'rootFields'>,
): string | undefined {
  const size = measure(operation.selectionSet, fragments);
  const own = operation.directives?.length ?? 0;
  return (
    firstExcess([
      [size.selections, limits.selections, 'selections'],
      [size.depth, limits.depth, 'levels'],
      [size.aliases, limits.aliases, 'aliases'],
      [size.directives + own, limits.directives, 'directives'],
      [Math.max(size.directivesPerSelection, own), limits.directivesPerSelection, 'directives at one place'],
      [size.repeats, limits.repeats, 'times the same field at one place'],
    ]) ??
    // Only now: it takes a step for each selection.
    firstExcess([[rootFieldsOf(operation.selectionSet, fragments).size, limits.rootFields, 'fields at its top']])
  );
}

function firstExcess(measured: [amount: number, limit: number, what: string][]): string | undefined {
  const excess = measured.find(([amount, limit]) => amount > limit);
  return excess && `This operation has ${excess[0]} ${excess[2]}; at most ${excess[1]} are allowed.`;
}

/** The names of the fields at the top of an operation, by their names in the answer. */
export function rootFieldsOf({ selections }: SelectionSetNode, fragments: Fragments): Map<string, string> {
  return new Map(
    selections.flatMap((selection): [string, string][] => {
      if (selection.kind === Kind.FIELD) return [[(selection.alias ?? selection.name).value, selection.name.value]];
      const inner = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      return inner ? [...rootFieldsOf(inner.selectionSet, fragments)] : [];
    }),
  );
}

/** Each fragment is measured once, however often it is spread. */
function measure(selections: SelectionSetNode, fragments: Fragments): Size {
  const sizes = new Map<string, Size>();

  function sizeOfFragment(name: string): Size {
    const size = sizes.get(name) ?? sizeOfSet(fragments.get(name)?.selectionSet);
    sizes.set(name, size);
    return size;
  }

  function sizeOfSet(set: SelectionSetNode | undefined): Size {
    const { repeats, ...size } = (set?.selections ?? []).map(sizeOf).reduce(beside, NOTHING);
    return { ...size, repeats: Math.max(repeats, repeatsIn(set)) };
  }

  function sizeOf(selection: SelectionNode): Size {
    const below =
      selection.kind === Kind.FRAGMENT_SPREAD
        ? sizeOfFragment(selection.name.value)
        : sizeOfSet(selection.selectionSet);
    const isField = selection.kind === Kind.FIELD;
    const isIntrospection = isField && selection.name.value.startsWith('__');
    const directives = selection.directives?.length ?? 0;
    return {
      selections: 1 + below.selections,
      depth: isIntrospection ? 0 : below.depth + (isField ? 1 : 0),
      aliases: below.aliases + (isField && selection.alias ? 1 : 0),
      directives: below.directives + directives,
      directivesPerSelection: Math.max(below.directivesPerSelection, directives),
      repeats: below.repeats,
    };
  }

  return sizeOfSet(selections);
}

const beside = (one: Size, other: Size): Size => ({
  selections: one.selections + other.selections,
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  directivesPerSelection: Math.max(one.directivesPerSelection, other.directivesPerSelection),
  repeats: Math.max(one.repeats, other.repeats),
});

/** How often the most frequent field stands between the same braces, those of inline fragments left out. */
function repeatsIn(set: SelectionSetNode | undefined): number {
  const names = new Map<string, number>();
  for (const name of namesIn(set)) names.set(name, (names.get(name) ?? 0) + 1);
  return Math.max(0, ...names.values());
}

function* namesIn(set: SelectionSetNode | undefined): Generator<string> {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FIELD) yield (selection.alias ?? selection.name).value;
    if (selection.kind === Kind.INLINE_FRAGMENT) yield* namesIn(selection.selectionSet);
  }
}
