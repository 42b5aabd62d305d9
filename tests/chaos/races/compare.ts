import type postgres from 'postgres';
import { findValues } from '../checks/history-check.ts';
import { type Model, valueAt } from './model.ts';

/** Where the database says otherwise than what the writers know of their own doings. */
export async function compareModels(sql: postgres.Sql, models: readonly Model[]): Promise<string[]> {
  const values = await findValues(sql);
  const posts = await idsOf(sql`select author_id, id from posts.post where deleted_at is null`);
  const comments = await idsOf(sql`select author_id, id from interactions.comment where state <> 'DELETED'`);
  const gone = new Set(
    (await sql`select id from posts.post where deleted_at is not null`).map(({ id }) => id as string),
  );
  return models.flatMap((model) => [
    ...differentValues(model, values, gone),
    ...differentIds('posts', model, { real: posts, known: model.posts }),
    ...differentIds('comments', model, { real: comments, known: model.comments }),
  ]);
}

async function idsOf(rows: PromiseLike<postgres.Row[]>): Promise<Map<string, Set<string>>> {
  const ids = new Map<string, Set<string>>();
  for (const { author_id, id } of await rows) ids.set(author_id, (ids.get(author_id) ?? new Set()).add(id));
  return ids;
}

/** Reactions to posts that somebody deleted go in the background. */
function differentValues(model: Model, values: ReadonlyMap<string, string>, gone: ReadonlySet<string>): string[] {
  const own = [...values.keys()].filter((place) => place.split(' ')[1] === model.writer.uuid);
  return [...new Set([...model.values.keys(), ...own])].flatMap((place) => {
    const wanted = gone.has(place.split(' ')[2] ?? '') ? 'none' : valueAt(model, place);
    const real = values.get(place) ?? 'none';
    return real === wanted ? [] : [`${place}: ${real} instead of ${wanted}`];
  });
}

type Ids = { real: Map<string, Set<string>>; known: ReadonlyMap<string, { uuid: string }> };

function differentIds(what: string, { writer }: Model, { real, known }: Ids): string[] {
  const there = real.get(writer.uuid) ?? new Set();
  const wanted = new Set([...known.values()].map(({ uuid }) => uuid));
  const differing = there.symmetricDifference(wanted);
  return differing.size === 0 ? [] : [`${what} of ${writer.handle}: ${[...differing].join(', ')}`];
}
