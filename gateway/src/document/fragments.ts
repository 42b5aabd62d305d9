import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

export type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The fragments of a document by their names. */
export function fragmentsOf({ definitions }: DocumentNode): Fragments {
  const fragments = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** The name of a fragment that comes to itself, directly or through others; undefined when there is none. */
export function findCircle(fragments: Fragments): string | undefined {
  const states = new Map<string, 'open' | 'done'>();

  function circleFrom(name: string): string | undefined {
    const state = states.get(name);
    if (state) return state === 'open' ? name : undefined;
    states.set(name, 'open');
    const circle = firstOf(spreadsOf(fragments.get(name)?.selectionSet), circleFrom);
    states.set(name, 'done');
    return circle;
  }

  return firstOf(fragments.keys(), circleFrom);
}

function* spreadsOf(set: SelectionSetNode | undefined): Generator<string> {
  for (const selection of set?.selections ?? []) {
    if (selection.kind === Kind.FRAGMENT_SPREAD) yield selection.name.value;
    else yield* spreadsOf(selection.selectionSet);
  }
}

function firstOf(names: Iterable<string>, find: (name: string) => string | undefined): string | undefined {
  for (const name of names) {
    const found = find(name);
    if (found !== undefined) return found;
  }
  return undefined;
}
