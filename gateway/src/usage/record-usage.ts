import type { GatewayExecutor, GatewayInterface } from '@apollo/server-gateway-interface';
import { connect } from '@nexus/kit/database';
import type { Logger } from '@nexus/kit/log';
import type { RequestContext } from '../http/request-context.ts';
import type { Bounds } from './admission.ts';
import { createClientNames } from './client-names.ts';
import { createDescribe } from './describe-operation.ts';
import { createTally, type Tally } from './tally.ts';
import { writeUsage } from './write-usage.ts';

export type UsageConfig = {
  /** Postgres, as the role that owns the schema `gateway`. */
  databaseUrl: string;
  /** The share of requests that is looked at, above 0 and at most 1. */
  sampleRate: number;
  /** For how long what was counted is kept. */
  retentionDays: number;
  /** How often it is written; default 5 s. */
  everyMs?: number;
  bounds?: Partial<Bounds>;
};

const EVERY_MS = 5_000;
const BOUNDS: Bounds = { operations: 2_000, text: 8_000_000, pairs: 10_000 };
const MAX_CLIENTS = 200;

/** An operation that is executed, as Apollo Server hands it over. */
type Executed = Parameters<GatewayExecutor>[0];

export type Usage = {
  /** Counts an executed operation, in memory; never throws. */
  record(executed: Executed): void;
  stop(): Promise<void>;
};

/** Counts what clients ask for and writes it every few seconds. Without Postgres it keeps counting, within bounds. */
export function openUsage({ everyMs = EVERY_MS, bounds, databaseUrl, ...config }: UsageConfig, logger: Logger): Usage {
  const { sql } = connect(databaseUrl, { max: 1 });
  const tally = createTally({ ...BOUNDS, ...bounds });
  const stop = writeUsage(tally, { ...config, sql, everyMs, logger });
  return { record: createRecord(tally, config.sampleRate, logger), stop };
}

function createRecord(tally: Tally, sampleRate: number, logger: Logger): Usage['record'] {
  const describe = createDescribe();
  const clientOf = createClientNames(MAX_CLIENTS);
  const requests = 1 / sampleRate;
  return (executed) => {
    if (sampleRate < 1 && Math.random() >= sampleRate) return;
    try {
      const operation = describe(executed, executed.schema);
      if (!operation) return;
      const count = tally.add(operation, clientOf(headersOf(executed)), requests);
      if (count) operation.collectGiven?.(executed.request.variables ?? {}, count.given);
    } catch (error) {
      logger.error({ err: error }, 'an operation could not be recorded');
    }
  };
}

/** Apollo Server hands on what our route made. */
const headersOf = ({ context }: Executed) => (context as Partial<RequestContext>).headers;

/** A gateway whose executed operations are counted, while they are under way; without usage the same one. */
export function withUsage<Gateway extends GatewayInterface>(gateway: Gateway, usage: Usage | undefined): Gateway {
  if (!usage) return gateway;
  return {
    ...gateway,
    async load(options) {
      const { executor } = await gateway.load(options);
      return { executor: executor && recording(executor, usage.record) };
    },
  };
}

const recording =
  (executor: GatewayExecutor, record: Usage['record']): GatewayExecutor =>
  (executed) => {
    const answer = executor(executed);
    record(executed);
    return answer;
  };
