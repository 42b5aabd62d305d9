import type { HotEntry } from '@nexus/kit/hot/store';
import type { Caller, Services, Subgraph } from '../agreement.ts';
import type { ListMembership, RelationshipEdge, UserSnapshot } from '../events.ts';
import { askNeighbour } from '../neighbour.ts';
import type { SubgraphName } from '../viewer.ts';
import { withoutErased } from './erasure/person-erasure.ts';
import { edgesOf, HOT_PATH, type Hot, hotAnswer, PEOPLE, placesOf, readEdge, readPerson, readPlace } from './hot.ts';
import { upsertListMembers } from './list-member.ts';
import { upsertRelEdges } from './rel-edge.ts';
import { upsertUserRefs } from './user-ref.ts';
import type { People } from './visibility.ts';

/** What this process took over already: up to which position of people, and which version of what. */
type Known = { position: number; versions: Map<string, number> };

const REMEMBERED = 10_000;

type Part = { name: SubgraphName; people: People };

/**
 * Before each request a content subgraph takes over what changed in the last minute between the viewer and others, on
 * which lists they are, and in people: a block is effective at once, however far behind the events are. Costs one round
 * trip to Redis, or to users while Redis is out of reach, and a statement for what is new to this process.
 */
export function catchUp({ name, people }: Part): NonNullable<Subgraph<object>['before']> {
  const knownBy = new WeakMap<Services, Known>();
  return async (services, { viewer }: Pick<Caller, 'viewer'>) => {
    const known = knownBy.get(services) ?? { position: 0, versions: new Map() };
    knownBy.set(services, known);
    const { position, ...hot } = (await readStore(services, viewer?.id, known)) ?? {
      ...(await askUsers(services, name, viewer?.id)),
      position: known.position,
    };
    await takeOver(services, people, { hot, known });
    // Only now: until then whoever asks beside us must see it, too.
    known.position = Math.max(known.position, position);
  };
}

async function readStore({ hot }: Services, viewerId: string | undefined, known: Known) {
  const questions = [{ key: PEOPLE, after: known.position }];
  const ofViewer = viewerId === undefined ? [] : [{ key: edgesOf(viewerId) }, { key: placesOf(viewerId) }];
  const found = await hot.read([...questions, ...ofViewer]);
  if (!found) return undefined;
  const [people = [], edges = [], places = []] = found;
  return {
    people: people.map(read(readPerson)),
    edges: edges.map(read(readEdge)),
    places: places.map(read(readPlace)),
    position: highest(people),
  };
}

const read =
  <Value>(parse: (value: string) => Value) =>
  ({ value }: HotEntry) =>
    parse(value);

const highest = (entries: readonly HotEntry[]) => Math.max(0, ...entries.map(({ position }) => position));

const NOTHING: Hot = { edges: [], people: [], places: [] };

async function askUsers(services: Services, from: SubgraphName, viewerId: string | undefined): Promise<Hot> {
  try {
    const body = { viewerId: viewerId ?? null };
    const response = await askNeighbour(services, { from, to: 'users', path: HOT_PATH, body });
    return response ? hotAnswer.parse(await response.json()) : NOTHING;
  } catch (error) {
    // Without users nobody changes anything there either; what was changed before, the events still tell.
    services.logger.warn({ err: error }, 'what changed just now is not known: neither Redis nor users answers');
    return NOTHING;
  }
}

type Taking = { hot: Hot; known: Known };

async function takeOver({ db }: Services, tables: People, { hot, known }: Taking): Promise<void> {
  const { userRefs, relEdges, listMembers } = tables;
  const edges = newOnes(known, hot.edges, edgeKey);
  const people = newOnes(known, hot.people, personKey);
  const places = newOnes(known, hot.places, placeKey);
  const ends = ({ sourceId, targetId }: RelationshipEdge) => [sourceId, targetId];
  await upsertRelEdges(db, relEdges, await withoutErased(db, userRefs, { facts: edges, peopleOf: ends }));
  await upsertUserRefs(db, userRefs, people);
  const onList = ({ userId }: ListMembership) => [userId];
  await upsertListMembers(db, listMembers, await withoutErased(db, userRefs, { facts: places, peopleOf: onList }));
  for (const edge of edges) remember(known, edgeKey(edge), edge.version);
  for (const person of people) remember(known, personKey(person), person.version);
  for (const place of places) remember(known, placeKey(place), place.version);
}

const edgeKey = ({ sourceId, targetId }: RelationshipEdge) => `${sourceId} ${targetId}`;
const personKey = ({ userId }: UserSnapshot) => userId;
const placeKey = ({ listId, userId }: ListMembership) => `${listId} ${userId}`;

/** The last version of each that this process did not take over yet. */
function newOnes<Item extends { version: number }>(
  known: Known,
  items: readonly Item[],
  keyOf: (item: Item) => string,
) {
  return latest(items, keyOf).filter((item) => isNew(known, keyOf(item), item.version));
}

/** Each only once, in its last version, and in an order that all processes share: so none waits for another in a circle. */
function latest<Item extends { version: number }>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    if (item.version > (byKey.get(keyOf(item))?.version ?? 0)) byKey.set(keyOf(item), item);
  }
  return [...byKey.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, item]) => item);
}

const isNew = ({ versions }: Known, key: string, version: number) => (versions.get(key) ?? 0) < version;

function remember({ versions }: Known, key: string, version: number): void {
  versions.delete(key);
  versions.set(key, version);
  if (versions.size > REMEMBERED) versions.delete(versions.keys().next().value ?? key);
}
