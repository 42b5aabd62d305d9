import type { Services } from '@nexus/contracts/agreement';
import { type Events, listMembership, moderation, relationship, userSnapshot } from '@nexus/contracts/events';
import { hotEdge, hotModeration, hotPerson, hotPlace } from '@nexus/contracts/projections/hot';
import type { Tell } from '@nexus/kit/events/bus';
import type { Told } from '@nexus/kit/events/hearing';
import type { HotChange } from '@nexus/kit/hot/store';

type Telling = Pick<Services, 'events' | 'hot'>;

/**
 * The event bus of users, and beside it the hot store: what changes between people, in them and on lists, and what
 * moderators decide, is there once it is committed and before anybody is answered, while the neighbours may still have to
 * hear of it.
 */
export function hotEvents({ events, hot }: Telling): Services['events'] {
  const changesOf = new WeakMap<readonly Told[], HotChange[]>();
  return {
    ...events,
    teller: (tx, told) => {
      const tell = events.teller(tx, told);
      const changes: HotChange[] = [];
      changesOf.set(told, changes);
      const tellAll: Tell<Events> = async (event, payload) => {
        await tell(event, payload);
        changes.push(...hotChanges(event, payload));
      };
      return tellAll;
    },
    heard: async (told) => {
      await hot.put(changesOf.get(told) ?? []);
      await events.heard(told);
    },
  };
}

function hotChanges(event: keyof Events, payload: unknown): HotChange[] {
  if (event === 'users.relationship.changed.v1') return hotEdge(relationship.parse(payload));
  if (event === 'users.list_member.changed.v1') return [hotPlace(listMembership.parse(payload))];
  if (event === 'users.moderation.changed.v1') return [hotModeration(moderation.parse(payload))];
  return event === 'users.user.updated.v1' ? [hotPerson(userSnapshot.parse(payload))] : [];
}
