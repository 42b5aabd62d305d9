import type { Source } from '../source.ts';
import type { ResponsePath, Visit } from './paths.ts';
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
  const seen = path.isShared(run.shared) ? new Set<Source>() : undefined;
  const standing: Source[] = [];

  const add: Visit = (object, holder, place) => {
    if (seen?.has(object)) return;
    const representation = representationOf(object);
    const group = groupOf.object(object, representation);
    if (group && object === group.bare) return;
    if (group && holder && place !== undefined && isBare(object, representation)) {
      if (group.bare) {
        holder[place] = group.bare;
        run.shared.add(path.name);
        return;
      }
      group.bare = object;
    }
    standing.push(object);
    seen?.add(object);
    if (group) group.objects.push(object);
    else lacksSomething(object);
  };

  const known = path.isTyped ? undefined : run.standing.get(path.name);
  if (known) for (const object of known) add(object);
  else path.visit(from, run.shared, add);
  if (!known && !path.isTyped) run.standing.set(path.name, standing);
  return groupOf.all;
}

/** Finds groups by what identifies objects: a text is written only for the first object of a group. */
function createGroups() {
  const groups: EntityGroup[] = [];
  const known = new Map<Representation, Map<unknown, EntityGroup>>();
  let present: Representation | undefined;
  let ofPresent = new Map<unknown, EntityGroup>();

  function begin(object: Source, id: unknown, { write }: Representation): EntityGroup | undefined {
    const representation = write(object);
    if (representation === undefined) return undefined;
    const group = { objects: [], representation, bare: undefined };
    groups.push(group);
    ofPresent.set(id, group);
    return group;
  }

  return {
    all: groups,
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
