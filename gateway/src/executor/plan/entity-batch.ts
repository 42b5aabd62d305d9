import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { FetchOperation } from '../transport.ts';
import { type Failure, failureOf } from './failures.ts';
import { type Run, writeVariables } from './run.ts';
import { notAnswered, reported } from './subgraph-errors.ts';

/** What comes back for a batch of representations, in their order. */
export type EntityAnswer = {
  entities: readonly unknown[];
  /** Those about one of the entities. */
  errors: readonly GraphQLFormattedError[];
  failure?: Failure;
};

/** Representations that are sent together. */
export type EntityBatch = { representations: string[]; answered: Promise<void>; answer: EntityAnswer | undefined };

/** Where the entity of one representation will be found. */
export type EntitySlot = { batch: EntityBatch; index: number };

/**
 * The entities that one request asks of a subgraph with the same selections: each representation is sent once, those
 * of parallel fetches together.
 */
export type EntityMemo = { slots: Map<string, EntitySlot>; open: EntityBatch | undefined };

export type EntityOperation = { operation: FetchOperation; variables: readonly string[] };

export const createMemo = (): EntityMemo => ({ slots: new Map(), open: undefined });

/** The slot of a representation: known already, or added to the batch that leaves when this turn of work is done. */
export function slotOf(memo: EntityMemo, representation: string, ask: () => EntityBatch): EntitySlot {
  const known = memo.slots.get(representation);
  if (known) return known;
  memo.open ??= ask();
  const batch = memo.open;
  const slot = { batch, index: batch.representations.push(representation) - 1 };
  memo.slots.set(representation, slot);
  return slot;
}

/** Opens a batch; what is added until the next microtask leaves with it. */
export function openBatch(run: Run, memo: EntityMemo, operation: EntityOperation): EntityBatch {
  const send = async () => {
    memo.open = undefined;
    batch.answer = await askEntities(run, operation, batch.representations);
  };
  const batch: EntityBatch = { representations: [], answered: Promise.resolve().then(send), answer: undefined };
  return batch;
}

/** Asks for entities; a failure is an answer too. */
async function askEntities(run: Run, asked: EntityOperation, representations: string[]): Promise<EntityAnswer> {
  const { operation, variables } = asked;
  if (representations.length > MAX_REPRESENTATIONS) return failed(tooMany());
  try {
    const text = writeVariables(run.variables, variables, `[${representations.join(',')}]`);
    const { data, errors } = await run.ask(operation, text);
    if (data === null) return failed(reported(errors[0], operation.subgraph));
    const entities = data._entities;
    if (!Array.isArray(entities) || entities.length !== representations.length) {
      return failed(notAnswered(operation.subgraph));
    }
    const isPlaced = ({ path = [] }: GraphQLFormattedError) =>
      path[0] === '_entities' && path[1] !== undefined && path[1] in entities;
    for (const error of errors) if (!isPlaced(error)) run.tell(error, operation.subgraph);
    return { entities, errors: errors.filter(isPlaced) };
  } catch (error) {
    return failed(error);
  }
}

/** A hundred times a hundred: who delivers longer lists than were asked for must not drown the next subgraph. */
const MAX_REPRESENTATIONS = 10_000;

const tooMany = () =>
  new GraphQLError('A part of the answer is too large. Ask for shorter pages.', {
    extensions: { code: 'SUBGRAPH_BAD_RESPONSE' },
  });

const failed = (error: unknown): EntityAnswer => ({ entities: [], errors: [], failure: failureOf(error) });
