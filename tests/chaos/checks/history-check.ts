import { decodeId } from '@nexus/contracts/ids';
import type postgres from 'postgres';
import type { Entry } from '../work/history.ts';

/** What a database says otherwise than the answers that people got. */
export type Deviations = { lost: string[]; twice: string[]; wrong: string[] };

/** Compares what was answered with what is there. */
export async function compareHistory(sql: postgres.Sql, history: readonly Entry[], title: string): Promise<Deviations> {
  const made = await findMade(sql, title);
  const values = await findValues(sql);
  return {
    lost: [...lostThings(history, made), ...lostValues(history, values)],
    twice: [...madeTwice(made), ...answeredTwice(history)],
    wrong: history.filter(({ outcome }) => outcome === 'refused').map(({ reason }) => reason ?? 'refused'),
  };
}

type Made = Map<string, string[]>;

/** The ids of posts and comments by the marker in their text. */
async function findMade(sql: postgres.Sql, title: string): Promise<Made> {
  const rows = await sql<{ id: string; text: string }[]>`
    select id, text from posts.post where starts_with(text, ${title}) and deleted_at is null
    union all select id, text from interactions.comment where starts_with(text, ${title}) and state <> 'DELETED'`;
  const made: Made = new Map();
  for (const { id, text } of rows) made.set(text, [...(made.get(text) ?? []), id]);
  return made;
}

/** Reactions, shares, follows and blocks by their place; one that is not there has the value `none`. */
export async function findValues(sql: postgres.Sql): Promise<Map<string, string>> {
  const rows = await sql<{ place: string; value: string }[]>`
    select concat_ws(' ', 'reaction', user_id, target_id) as place, kind as value from interactions.reaction
    union all select concat_ws(' ', 'share', actor_id, post_id), 'yes' from interactions.share where is_shared
    union all select concat_ws(' ', 'follow', source_id, target_id), 'yes' from users.relationship where is_following
    union all select concat_ws(' ', 'block', source_id, target_id), 'yes' from users.relationship where is_blocking`;
  return new Map(rows.map(({ place, value }) => [place, value]));
}

function lostThings(history: readonly Entry[], made: Made): string[] {
  return history.flatMap(({ operation: { effect }, outcome, id }) => {
    if (!('made' in effect) || outcome !== 'acked' || id === undefined) return [];
    return made.get(effect.marker)?.includes(decodeId(effect.made, id)) ? [] : [`${effect.made} ${effect.marker}`];
  });
}

/** What an unknown request asked for may still come true some seconds later. */
const LATE_MS = 15_000;

function lostValues(history: readonly Entry[], values: ReadonlyMap<string, string>): string[] {
  return [...byPlace(history)].flatMap(([place, entries]) => {
    const last = entries.findLast(({ outcome }) => outcome === 'acked');
    if (!last) return [];
    const open = entries.filter(({ outcome, sentAt }) => outcome === 'unknown' && sentAt > last.sentAt - LATE_MS);
    const possible = new Set([last, ...open].map(wanted));
    const value = values.get(place) ?? 'none';
    return possible.has(value) ? [] : [`${place}: ${value} instead of ${[...possible].join(' or ')}`];
  });
}

function byPlace(history: readonly Entry[]): Map<string, Entry[]> {
  const places = new Map<string, Entry[]>();
  for (const entry of history) {
    const { effect } = entry.operation;
    if ('place' in effect) places.set(effect.place, [...(places.get(effect.place) ?? []), entry]);
  }
  return places;
}

const wanted = ({ operation: { effect } }: Entry) => ('value' in effect ? effect.value : '');

function madeTwice(made: Made): string[] {
  return [...made].flatMap(([marker, ids]) => (ids.length > 1 ? [`${marker} is there ${ids.length} times`] : []));
}

/** Requests with one key that were told of different things. */
function answeredTwice(history: readonly Entry[]): string[] {
  const ids = new Map<string, Set<string>>();
  for (const {
    operation: { effect },
    id,
  } of history) {
    if (!('made' in effect) || id === undefined) continue;
    ids.set(effect.marker, (ids.get(effect.marker) ?? new Set()).add(id));
  }
  return [...ids].flatMap(([marker, told]) =>
    told.size > 1 ? [`${marker} was answered as ${[...told].join(', ')}`] : [],
  );
}
