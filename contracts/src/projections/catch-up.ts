import type { Db } from '@nexus/kit/database';
import type { HotEntry } from '@nexus/kit/hot/store';
import type { Caller, Services, Subgraph } from '../agreement.ts';
import type { ListMembership, Moderation, RelationshipEdge, UserSnapshot } from '../events.ts';
import { askNeighbour } from '../neighbour.ts';
import type { SubgraphName } from '../subgraph-names.ts';
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
import { createKnownVersions, type KnownVersions } from './known-versions.ts';
import { takeOverEdges, takeOverMemberships } from './take-over.ts';
import { upsertUserRefs } from './user-ref.ts';
import type { People } from './visibility.ts';

/** What this process took over already: up to which positions of what is told to all, and which version of what. */
type Known = { positions: Positions; versions: KnownVersions };
type Positions = { people: number; moderations: number };

/** `moderate` takes over what moderators have decided. */
type Part = { name: SubgraphName; people: People; moderate: Moderate };
type Moderate = (db: Db, moderations: readonly Moderation[]) => Promise<void>;

/**
 * Before each request a content subgraph takes over what changed in the last minute between the viewer and others, on
 * which lists they are, in people, and in what moderators decided: a block is effective at once, however far behind the
 * events are. Costs one round trip to Redis, or to users while Redis is out of reach, and a statement for what is new to
 * this process.
 */
export function catchUp(part: Part): NonNullable<Subgraph<object>['before']> {
  const knownBy = new WeakMap<Services, Known>();
  return async (services, { viewer }: Pick<Caller, 'viewer'>) => {
    const known = knownBy.get(services) ?? {
      positions: { people: 0, moderations: 0 },
      versions: createKnownVersions(),
    };
    knownBy.set(services, known);
    const { positions, ...hot } = (await readStore(services, viewer?.id, known)) ?? {
      ...(await askUsers(services, part.name, viewer?.id)),
      positions: known.positions,
    };
    await takeOver(services, part, { hot, known });
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

async function takeOver({ db }: Services, { people, moderate }: Part, { hot, known }: Taking): Promise<void> {
  const { versions } = known;
  await versions.takeNew(hot.edges, edgeKey, (edges) => takeOverEdges(db, people, edges));
  await versions.takeNew(hot.people, personKey, (persons) => upsertUserRefs(db, people.userRefs, persons));
  await versions.takeNew(hot.places, placeKey, (places) => takeOverMemberships(db, people, places));
  await versions.takeNew(hot.moderations, subjectKey, (decided) => db.transaction((tx) => moderate(tx, decided)));
}

const edgeKey = ({ sourceId, targetId }: RelationshipEdge) => `${sourceId} ${targetId}`;
const personKey = ({ userId }: UserSnapshot) => userId;
const subjectKey = ({ subjectId }: Moderation) => `moderation ${subjectId}`;
const placeKey = ({ listId, userId }: ListMembership) => `${listId} ${userId}`;
