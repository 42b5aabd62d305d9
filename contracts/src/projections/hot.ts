import type { HotChange } from '@nexus/kit/hot/store';
import { z } from 'zod';
import {
  type ListMembership,
  listMembership,
  type Moderation,
  moderation,
  type RelationshipEdge,
  relationship,
  type UserSnapshot,
  userSnapshot,
} from '../events.ts';

/**
 * What users tells of people, edges, places on lists and what moderators decided besides the events: kept for a minute in
 * the hot store, by these keys.
 */
export const PEOPLE = 'people';
export const MODERATIONS = 'moderations';
export const edgesOf = (userId: string): string => `edges:${userId}`;
export const placesOf = (userId: string): string => `places:${userId}`;

/** The route by which users tells the same where there is no hot store to read. */
export const HOT_PATH = '/internal/hot';
export const hotQuestion = z.object({ viewerId: z.uuid().nullable() });
export const hotAnswer = z.object({
  edges: z.array(relationship),
  people: z.array(userSnapshot),
  // A service of before did not tell them.
  places: z.array(listMembership).default([]),
  moderations: z.array(moderation).default([]),
});

export type HotQuestion = z.infer<typeof hotQuestion>;
export type Hot = z.infer<typeof hotAnswer>;

export const hotPerson = (person: UserSnapshot): HotChange => ({ key: PEOPLE, value: JSON.stringify(person) });

/** A changed edge under both its ends. A mere follow is for its source only: a crowd that follows somebody is no news to them. */
export function hotEdge(edge: RelationshipEdge): HotChange[] {
  const value = JSON.stringify(edge);
  const isMereFollow = edge.isFollowing && !edge.isBlocking;
  const ends = isMereFollow ? [edge.sourceId] : [edge.sourceId, edge.targetId];
  return ends.map((userId) => ({ key: edgesOf(userId), value }));
}

/** Whether somebody is on a list, for them alone: what is for the list is seen or not seen by them. */
export const hotPlace = (place: ListMembership): HotChange => ({
  key: placesOf(place.userId),
  value: JSON.stringify(place),
});

export const hotModeration = (decided: Moderation): HotChange => ({ key: MODERATIONS, value: JSON.stringify(decided) });

export const readEdge = (value: string): RelationshipEdge => relationship.parse(JSON.parse(value));
export const readPlace = (value: string): ListMembership => listMembership.parse(JSON.parse(value));
export const readPerson = (value: string): UserSnapshot => userSnapshot.parse(JSON.parse(value));
export const readModeration = (value: string): Moderation => moderation.parse(JSON.parse(value));
