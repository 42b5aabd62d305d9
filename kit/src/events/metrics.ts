import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Db } from '../database.ts';
import type { Logger } from '../log.ts';
import { madeAt } from '../new-id.ts';
import { type EventCatalog, partsOf } from './contract.ts';
import { countQueues, type QueueNumbers } from './queue-numbers.ts';

/** What is measured where a service hears: an event that took effect, a try that failed. */
export type Measures = { handled(event: string, eventId: string): void; failed(event: string, error: string): void };

type Measured = { registry: Registry; service: string; catalog: EventCatalog; db: Db; logger: Logger };

const DELAYS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5, 30, 300, 3_600];

/** Puts one service's events on its metrics: what waits in its queues, and how it gets on with them. */
export function measureEvents({ registry, service, catalog, db, logger }: Measured): Measures {
  measureQueues(registry, async () => {
    try {
      return await countQueues(db, catalog, service);
    } catch (error) {
      logger.error({ err: error }, 'queues not counted');
      return [];
    }
  });
  const registers = [registry];
  const failures = new Counter({
    name: 'nexus_event_failures_total',
    help: 'Tries to handle an event that failed, by the kind of error.',
    labelNames: ['event', 'error'],
    registers,
  });
  const delays = new Histogram({
    name: 'nexus_event_delay_seconds',
    help: 'From the telling of an event to its effect here.',
    labelNames: ['event'],
    buckets: DELAYS,
    registers,
  });
  const newest = measureAge(registry);
  return {
    handled: (event, eventId) => {
      const toldAt = madeAt(eventId).getTime();
      delays.observe({ event }, (Date.now() - toldAt) / 1_000);
      newest.set(event, Math.max(toldAt, newest.get(event) ?? 0));
    },
    failed: (event, error) => failures.inc({ event, error }),
  };
}

/** How old what is known here is at most: the telling of the newest event that took effect, by event. */
function measureAge(registry: Registry): Map<string, number> {
  const newest = new Map<string, number>();
  new Gauge({
    name: 'nexus_projection_age_seconds',
    help: 'Since the telling of the newest event that has taken effect here since the start of this process.',
    labelNames: ['event'],
    registers: [registry],
    collect() {
      for (const [event, toldAt] of newest) this.set({ event }, (Date.now() - toldAt) / 1_000);
    },
  });
  return newest;
}

function measureQueues(registry: Registry, count: () => Promise<QueueNumbers[]>): void {
  let counting: Promise<QueueNumbers[]> | undefined;
  // Both gauges of one scrape share one count.
  const counted = () => {
    counting ??= count().finally(() => {
      counting = undefined;
    });
    return counting;
  };
  new Gauge({
    name: 'nexus_event_lag_seconds',
    help: 'How long the oldest event that is due has waited to be handled.',
    labelNames: ['event'],
    registers: [registry],
    async collect() {
      const queues = await counted();
      this.reset();
      for (const { queue, lagSeconds } of queues) this.set({ event: partsOf(queue).event }, lagSeconds);
    },
  });
  new Gauge({
    name: 'nexus_event_jobs',
    help: 'Events that are not handled: waiting, being handled (active), waiting for another try (retrying), dead letters.',
    labelNames: ['event', 'state'],
    registers: [registry],
    async collect() {
      const queues = await counted();
      this.reset();
      for (const { queue, ...jobs } of queues) {
        const { event } = partsOf(queue);
        for (const state of ['waiting', 'active', 'retrying', 'dead'] as const) this.set({ event, state }, jobs[state]);
      }
    },
  });
}
