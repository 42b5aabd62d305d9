import { z } from 'zod';

const count = z.number().int().min(0);

/** An operation that clients sent, without the values in it. */
const recordedOperation = z.object({
  /** The sha256 of `body`, in hex. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** '' when it has none. */
  name: z.string(),
  /** As `normaliseOperation` writes it: it is valid, but what it asks for is nobody's. */
  body: z.string(),
  /** How often it was executed; estimated where only some requests were looked at. */
  count,
  clients: z.array(z.object({ name: z.string(), version: z.string(), count, lastSeenOn: z.iso.date() })),
  /** What of input types it was given through variables: `PostFilter.kind`, `Audience.FOLLOWERS`. */
  givenInVariables: z.array(z.string()).default([]),
});

/** What clients asked for in a time, as `npm run usage -- export` writes it and schema checks read it. */
export const usageExport = z.object({
  format: z.literal('nexus-usage'),
  version: z.literal(1),
  from: z.iso.datetime(),
  to: z.iso.datetime(),
  /** The share of requests that were looked at, above 0 and at most 1. */
  sampleRate: z.number().gt(0).max(1),
  operations: z.array(recordedOperation),
});

export type UsageExport = z.infer<typeof usageExport>;
