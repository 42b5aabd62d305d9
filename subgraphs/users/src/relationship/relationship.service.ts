import type { Context } from '../context.ts';
import type { Mutual } from './relationship.store.ts';

/** How a person and the viewer stand to each other; null for nobody and for oneself. */
export async function relationshipWith({ viewer, loaders }: Context, userId: string): Promise<Mutual | null> {
  return viewer && viewer.id !== userId ? await loaders.relationship.load(userId) : null;
}
