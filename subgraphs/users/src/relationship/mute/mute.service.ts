import type { Context } from '../../context.ts';
import type { UserRow } from '../../tables/users.ts';
import { changePair } from '../pair.service.ts';
import { endMute, type MuteWishes, upsertMute } from './mute.store.ts';
import { readMuteDuration } from './mute-duration.ts';

type Mute = { userId: string; durationSeconds: number | null | undefined; mutesNotifications: boolean };

/** Keeps a person out of the viewer's feeds, without their knowing. Muting them again sets the time anew. */
export function muteUser(context: Context, { userId, durationSeconds, mutesNotifications }: Mute): Promise<UserRow> {
  const seconds = readMuteDuration(durationSeconds, 'input.durationSeconds');
  const wishes: MuteWishes = { durationSeconds: seconds, mutesNotifications };
  return changePair(context, { userId, verb: 'mute' }, async ({ tx, viewer, target }) => [
    await upsertMute(tx, { sourceId: viewer.id, targetId: target.id, ...wishes }),
  ]);
}

/** Ends the viewer's mute of a person; nothing if there is none. */
export function unmuteUser(context: Context, userId: string): Promise<UserRow> {
  return changePair(context, { userId, verb: 'unmute', evenBlocked: true }, async ({ tx, viewer, target }) => [
    await endMute(tx, { sourceId: viewer.id, targetId: target.id }),
  ]);
}
