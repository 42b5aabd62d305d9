import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Operation } from './cost/requested-cost.ts';
import type { Limits } from './limits.ts';

/** The size of selections once fragments are written out; `depth` in fields, without introspection. */
type Size = { depth: number; aliases: number; directives: number; directivesPerSelection: number; repeats: number };

const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, directivesPerSelection: 0, repeats: 0 };

type SizeLimits = Pick<Limits, keyof Size | 'rootFields'>;

/** Says in a sentence what an operation has too much of, or twice; undefined when it is within its limits. */
export function findExcess(
  { document, operation }: Operation,
  limits: SizeLimits,
  oncePerOperation: readonly string[],
): string | undefined {
  const root = rootFieldsOf(document, operation.selectionSet);
  const { depth, aliases, directives, directivesPerSelection, repeats } = measure(document, operation.selectionSet);
  const own = operation.directives?.length ?? 0;
  const measured: [amount: number, limit: number, what: string][] = [
    [depth, limits.depth, 'levels'],
    [root.size, limits.rootFields, 'fields at its top'],
    [aliases, limits.aliases, 'aliases'],
    [directives + own, limits.directives, 'directives'],
    [Math.max(directivesPerSelection, own), limits.directivesPerSelection, 'directives at one place'],
    [repeats, limits.repeats, 'times the same field at one place'],
  ];
  const excess = measured.find(([amount, limit]) => amount > limit);
  if (excess) return `This operation has ${excess[0]} ${excess[2]}; at most ${excess[1]} are allowed.`;
  const names = [...root.values()];
  const repeated = oncePerOperation.find((once) => names.filter((name) => name === once).length > 1);
  return repeated && `An operation has ${repeated} at most once.`;
}

/** Fragments must not spread themselves: validation has refused those. */
function measure(document: DocumentNode, selections: SelectionSetNode): Size {
  const sizes = new Map<string, Size>();

  function sizeOfFragment(name: string): Size {
    const size = sizes.get(name) ?? sizeOfSet(fragmentOf(document, name)?.selectionSet);
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
  depth: Math.max(one.depth, other.depth),
  aliases: one.aliases + other.aliases,
  directives: one.directives + other.directives,
  directivesPerSelection: Math.max(one.directivesPerSelection, other.directivesPerSelection),
  repeats: Math.max(one.repeats, other.repeats),
});

/** How often the most frequent field stands between the same braces. */
function repeatsIn(set: SelectionSetNode | undefined): number {
  const names = new Map<string, number>();
  for (const selection of set?.selections ?? []) {
    if (selection.kind !== Kind.FIELD) continue;
    const name = (selection.alias ?? selection.name).value;
    names.set(name, (names.get(name) ?? 0) + 1);
  }
  return Math.max(0, ...names.values());
}

/** The names of the fields at the top, by their names in the answer. */
function rootFieldsOf(document: DocumentNode, { selections }: SelectionSetNode): Map<string, string> {
  return new Map(
    selections.flatMap((selection): [string, string][] => {
      if (selection.kind === Kind.FIELD)
        return [[selection.alias?.value ?? selection.name.value, selection.name.value]];
      const { selectionSet } =
        selection.kind === Kind.FRAGMENT_SPREAD ? (fragmentOf(document, selection.name.value) ?? {}) : selection;
      return selectionSet ? [...rootFieldsOf(document, selectionSet)] : [];
    }),
  );
}

function fragmentOf({ definitions }: DocumentNode, name: string): FragmentDefinitionNode | undefined {
  return definitions.find((one) => one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name) as
    | FragmentDefinitionNode
    | undefined;
}
