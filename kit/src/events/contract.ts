import type { z } from 'zod';

/** What one event says, which services hear it, and in which lane. */
export type EventContract = {
  payload: z.ZodType;
  heardBy: readonly string[];
  /** Each lane has workers and connections of its own: a great many events of one delay none of another. */
  lane?: string;
};
export type EventCatalog = Record<string, EventContract>;

export type EventName<Catalog extends EventCatalog> = keyof Catalog & string;
export type Payload<Catalog extends EventCatalog, Name extends keyof Catalog> = z.infer<Catalog[Name]['payload']>;

/** A job as it travels: the same event id in every subscriber's queue. */
export type Envelope = { eventId: string; payload: unknown };

/** The lane of whatever names none: what people wait for. */
export const LIVE = 'live';

export const queueName = (event: string, subscriber: string): string => `${subscriber}/${event}`;

/** Where a subscriber's events lie that it could not handle in all their tries. */
export const deadQueue = (subscriber: string): string => `${subscriber}/dead`;

/** Everyone who hears anything. */
export function subscribersOf(catalog: EventCatalog): string[] {
  return [...new Set(Object.values(catalog).flatMap(({ heardBy }) => heardBy))];
}

/** The queues in which the events of a catalog travel, of all subscribers or of one. */
export function queuesOf(catalog: EventCatalog, subscriber?: string): string[] {
  return Object.entries(catalog).flatMap(([event, { heardBy }]) =>
    heardBy.filter((name) => subscriber === undefined || name === subscriber).map((name) => queueName(event, name)),
  );
}

/** Who hears what in a queue. */
export function partsOf(queue: string): { subscriber: string; event: string } {
  const slash = queue.indexOf('/');
  return { subscriber: queue.slice(0, slash), event: queue.slice(slash + 1) };
}
