import { z } from 'zod';
import { postSnapshot } from './events.ts';

/** The route by which posts tells interactions of a post whose event is still on its way. */
export const AUTHORIZE_PATH = '/internal/authorize';
export const authorizeQuestion = z.object({ postId: z.uuid(), viewerId: z.uuid() });
/** What the event says; null when the viewer does not see the post. */
export const authorizeAnswer = z.object({ post: postSnapshot.nullable() });
