import { z } from 'zod';

/** The lane of what forgetting a person takes, which may be a great deal. */
export const ERASE = 'erase';

/** Somebody is to be forgotten: each content subgraph erases what it has of them and says how far it is. */
export const erasureRequest = z.object({ userId: z.uuid(), requestedAt: z.iso.datetime() });
export const erasureProgress = z.object({
  userId: z.uuid(),
  erasedCount: z.number().int(),
  isComplete: z.boolean(),
  version: z.number().int().positive(),
});

const progress = { payload: erasureProgress, heardBy: ['users'], lane: ERASE } as const;

/** How far each subgraph is with forgetting somebody. */
export const progressEvents = {
  'posts.erasure.progressed.v1': progress,
  'interactions.erasure.progressed.v1': progress,
} as const;
