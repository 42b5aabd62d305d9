import type { Services } from '@nexus/contracts/agreement';
import {
  type Hot,
  type HotQuestion,
  hotEdge,
  hotModeration,
  hotPerson,
  hotPlace,
} from '@nexus/contracts/projections/hot';
import type { HotChange } from '@nexus/kit/hot/store';
import { repeat } from '@nexus/kit/repeat';
import { edgeOf, moderationOf, snapshotOf } from '../events.ts';
import {
  findFreshEdges,
  findFreshEdgesOf,
  findFreshModerations,
  findFreshPeople,
  findFreshPlaces,
  findFreshPlacesOf,
  findFreshPlacesOn,
} from './hot.store.ts';

const REFILL_EVERY_MS = 1_000;

/**
 * What changed in the last minute in people, between the viewer and others, on which lists they are, and what moderators
 * decided; for who has no hot store to read.
 */
export async function freshFor({ db }: Pick<Services, 'db'>, { viewerId }: HotQuestion): Promise<Hot> {
  const [people, moderations, edges, places] = await Promise.all([
    findFreshPeople(db),
    findFreshModerations(db),
    viewerId === null ? [] : findFreshEdgesOf(db, viewerId),
    viewerId === null ? [] : findFreshPlacesOf(db, viewerId),
  ]);
  return {
    people: people.map(snapshotOf),
    edges: edges.map(edgeOf),
    places,
    moderations: moderations.map(moderationOf),
  };
}

/** Lets all know at once that nobody is on a deleted list any more, though the events tell it of one after the other. */
export async function tellOfDeletedList({ db, hot }: Pick<Services, 'db' | 'hot'>, listId: string): Promise<void> {
  await hot.put((await findFreshPlacesOn(db, listId)).map(hotPlace));
}

/** Keeps the hot store complete until stopped: once a second it is looked at, and filled if it has lost anything. */
export function startRefilling({ db, hot, logger }: Services): () => Promise<void> {
  const refill = async () => {
    await hot.refill(() => findChanges({ db }));
    return { hasMore: false };
  };
  return repeat(refill, { name: 'filling the hot store', everyMs: REFILL_EVERY_MS, logger });
}

async function findChanges({ db }: Pick<Services, 'db'>): Promise<HotChange[]> {
  const [people, edges, places, moderations] = await Promise.all([
    findFreshPeople(db),
    findFreshEdges(db),
    findFreshPlaces(db),
    findFreshModerations(db),
  ]);
  return [
    ...people.map((person) => hotPerson(snapshotOf(person))),
    ...edges.flatMap((edge) => hotEdge(edgeOf(edge))),
    ...places.map(hotPlace),
    ...moderations.map((decided) => hotModeration(moderationOf(decided))),
  ];
}
