import type { Db } from '@nexus/kit/database';
import type { HotEntry } from '@nexus/kit/hot/store';
import type { Caller, Services, Subgraph } from '../agreement.ts';
import type { ListMembership, Moderation, RelationshipEdge, UserSnapshot } from '../events.ts';
import { askNeighbour } from '../neighbour.ts';
import type { SubgraphName } from '../subgraph-names.ts';
import { withoutErased } from './erasure/person-erasure.ts';
import {
  edgesOf,
  HOT_PATH,
  type Hot,
  hotAnswer,
  MODERATIONS,
  PEOPLE,
  placesOf,
  readEdge,
  readModeration,
  readPerson,
  readPlace,
} from './hot.ts';
import { upsertListMembers } from './list-member.ts';
import { upsertRelEdges } from './rel-edge.ts';
import { upsertUserRefs } from './user-ref.ts';
import type { People } from './visibility.ts';

/** What this process took over already: up to which positions of what is told to all, and which version of what. */
type Known = { positions: Positions; versions: Map<string, number> };
type Positions = { people: number; moderations: number };

const REMEMBERED = 10_000;

/** `moderate` takes over what moderators have decided. */
type Part = { name: SubgraphName; people: People; moderate: Moderate };
type Moderate = (db: Db, moderations: readonly Moderation[]) => Promise<void>;

/**
 * Before each request a content subgraph takes over what changed in the last minute between the viewer and others, on
 * which lists they are, in people, and in what moderators decided: a block is effective at once, however far behind the
 * events are. Costs one round trip to Redis, or to users while Redis is out of reach, and a statement for what is new to
 * this process.
 */
export function catchUp({ name, people, moderate }: Part): NonNullable<Subgraph<object>['before']> {
  const knownBy = new WeakMap<Services, Known>();
  return async (services, { viewer }: Pick<Caller, 'viewer'>) => {
    const known = knownBy.get(services) ?? { positions: { people: 0, moderations: 0 }, versions: new Map() };
    knownBy.set(services, known);
    const { positions, ...hot } = (await readStore(services, viewer?.id, known)) ?? {
      ...(await askUsers(services, name, viewer?.id)),
      positions: known.positions,
    };
    await takeOver(services, people, { hot, known });
    await moderateNew(services, moderate, { hot, known });
    // Only now: until then whoever asks beside us must see it, too.
    known.positions = latestOf(known.positions, positions);
  };
}

async function readStore({ hot }: Services, viewerId: string | undefined, known: Known) {
  const { positions } = known;
  const forAll = [
    { key: PEOPLE, after: positions.people },
    { key: MODERATIONS, after: positions.moderations },
  ];
  const ofViewer = viewerId === undefined ? [] : [{ key: edgesOf(viewerId) }, { key: placesOf(viewerId) }];
  const found = await hot.read([...forAll, ...ofViewer]);
  if (!found) return undefined;
  const [people = [], moderations = [], edges = [], places = []] = found;
  return {
    people: people.map(read(readPerson)),
    moderations: moderations.map(read(readModeration)),
    edges: edges.map(read(readEdge)),
    places: places.map(read(readPlace)),
    positions: { people: highest(people), moderations: highest(moderations) },
  };
}

const read =
  <Value>(parse: (value: string) => Value) =>
  ({ value }: HotEntry) =>
    parse(value);

const highest = (entries: readonly HotEntry[]) => Math.max(0, ...entries.map(({ position }) => position));

const latestOf = (one: Positions, other: Positions): Positions => ({
  people: Math.max(one.people, other.people),
  moderations: Math.max(one.moderations, other.moderations),
});

const NOTHING: Hot = { edges: [], people: [], places: [], moderations: [] };

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

async function moderateNew({ db }: Services, moderate: Moderate, { hot, known }: Taking): Promise<void> {
  const moderations = newOnes(known, hot.moderations, subjectKey);
  if (moderations.length === 0) return;
  await db.transaction((tx) => moderate(tx, moderations));
  for (const decided of moderations) remember(known, subjectKey(decided), decided.version);
}

const edgeKey = ({ sourceId, targetId }: RelationshipEdge) => `${sourceId} ${targetId}`;
const personKey = ({ userId }: UserSnapshot) => userId;
const subjectKey = ({ subjectId }: Moderation) => `moderation ${subjectId}`;
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
