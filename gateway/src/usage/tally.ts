import { type Bounds, createAdmission } from './admission.ts';
import type { Client } from './client-names.ts';
import type { DescribedOperation } from './describe-operation.ts';

/** How often one client sent an operation, and what it gave of input types through variables. */
export type Count = { requests: number; given: Set<string> };

/** What was counted and is not written yet, by the operation's id. */
export type Batch = Map<string, { operation: DescribedOperation; clients: Map<Client, Count> }>;

export type Tally = ReturnType<typeof createTally>;

/** Counts in memory, within bounds however long nobody takes what was counted. */
export function createTally(bounds: Bounds) {
  let admit = createAdmission(bounds);
  const pending: Batch = new Map();
  let leftOut = 0;

  return {
    /** Counts so many requests; undefined when the operation is one too many of its day. */
    add(operation: DescribedOperation, client: Client, requests: number): Count | undefined {
      const admitted = admit(operation, client);
      if (!admitted) leftOut += requests;
      return admitted && countIn(pending, { operation, client: admitted, requests });
    },
    /** What was counted first, until that is so many pairs of an operation and a client. */
    take(pairs: number): Batch {
      const batch: Batch = new Map();
      let taken = 0;
      for (const [id, entry] of pending) {
        if (taken >= pairs) break;
        batch.set(id, entry);
        pending.delete(id);
        taken += entry.clients.size;
      }
      return batch;
    },

    /** Counts again what could not be written. */
    putBack(batch: Batch): void {
      for (const { operation, clients } of batch.values()) {
        for (const [client, { requests, given }] of clients) {
          const count = countIn(pending, { operation, client, requests });
          for (const coordinate of given) count.given.add(coordinate);
        }
      }
    },
    /** Makes room for a new day, and says how many requests of the old one were not counted. */
    startDay(): number {
      const missing = leftOut;
      leftOut = 0;
      admit = createAdmission(bounds);
      // What waits to be written takes its room of the new day.
      for (const { operation, clients } of pending.values())
        for (const client of clients.keys()) admit(operation, client);
      return missing;
    },
  };
}

type Counted = { operation: DescribedOperation; client: Client; requests: number };

function countIn(batch: Batch, { operation, client, requests }: Counted): Count {
  const entry = batch.get(operation.id) ?? { operation, clients: new Map<Client, Count>() };
  batch.set(operation.id, entry);
  const count = entry.clients.get(client) ?? { requests: 0, given: new Set() };
  entry.clients.set(client, count);
  count.requests += requests;
  return count;
}
