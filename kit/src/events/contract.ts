import type { z } from 'zod';

/** What one event says and which services hear it. */
export type EventContract = { payload: z.ZodType; heardBy: readonly string[] };
export type EventCatalog = Record<string, EventContract>;

export type EventName<Catalog extends EventCatalog> = keyof Catalog & string;
export type Payload<Catalog extends EventCatalog, Name extends keyof Catalog> = z.infer<Catalog[Name]['payload']>;

/** A job as it travels: the same event id in every subscriber's queue. */
export type Envelope = { eventId: string; payload: unknown };

export const queueName = (event: string, subscriber: string): string => `${subscriber}/${event}`;
