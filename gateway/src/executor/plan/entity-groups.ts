import type { Source } from '../source.ts';
import type { ResponsePath } from './paths.ts';
import type { Representation } from './representations.ts';
import type { Run } from './run.ts';

/** Objects that stand for one entity, each once, however often it stands in the answer. */
export type EntityGroup = {
  objects: Source[];
  representation: string;
  /** The one of which nothing but its representation is known: it takes the place of all others like it. */
  bare: Source | undefined;
};

type Represented = { path: ResponsePath; representationOf(object: Source): Representation };

/** Groups the objects at a path by their representation; tells of those that have none. */
export function groupEntities(
  { run, from }: { run: Run; from: readonly Source[] },
  { path, representationOf }: Represented,
  lacksSomething: (object: Source) => void,
): EntityGroup[] {
  const groupOf = createGroups();
  const found = path.isShared(run.shared) ? new Set<Source>() : undefined;

  path.visit(from, run.shared, (object, holder, place) => {
    if (found?.has(object)) return;
    const representation = representationOf(object);
    const group = groupOf.object(object, representation);
    if (!group) return lacksSomething(object);
    if (object === group.bare) return;
    if (holder && place !== undefined && isBare(object, representation)) {
      if (group.bare) {
        holder[place] = group.bare;
        run.shared.add(path.name);
        return;
      }
      group.bare = object;
    }
    group.objects.push(object);
    found?.add(object);
  });
  return groupOf.all();
}

/** Finds groups by what identifies objects: a text is written only for the first object of a group. */
function createGroups() {
  const groups = new Map<string, EntityGroup>();
  const known = new Map<Representation, Map<unknown, EntityGroup>>();
  let present: Representation | undefined;
  let ofPresent = new Map<unknown, EntityGroup>();

  function begin(object: Source, id: unknown, { write }: Representation): EntityGroup | undefined {
    const text = write(object);
    if (text === undefined) return undefined;
    const group = groups.get(text) ?? { objects: [], representation: text, bare: undefined };
    groups.set(text, group);
    ofPresent.set(id, group);
    return group;
  }

  return {
    all: () => [...groups.values()],
    object(object: Source, representation: Representation): EntityGroup | undefined {
      // Objects of one type mostly follow each other.
      if (representation !== present) {
        present = representation;
        ofPresent = known.get(representation) ?? new Map();
        known.set(representation, ofPresent);
      }
      const id = representation.identity(object);
      return ofPresent.get(id) ?? begin(object, id, representation);
    },
  };
}

function isBare(object: Source, { keys: count }: Representation): boolean {
  if (count === undefined) return false;
  let keys = 0;
  for (const _ in object) if (++keys > count) return false;
  return keys === count;
}
