import { isObject, type Source } from '../source.ts';
import { createMemo, type EntityBatch, type EntitySlot, openBatch, slotOf } from './entity-batch.ts';
import { groupEntities } from './entity-groups.ts';
import { failureOf } from './failures.ts';
import type { Fetch } from './fetch-operation.ts';
import { copyOf, mergeInto } from './merge.ts';
import type { ResponsePath } from './paths.ts';
import type { Representation } from './representations.ts';
import type { Rewrite } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import type { RuntimeTypes } from './runtime-types.ts';
import { notAnswered } from './subgraph-errors.ts';

type EntityFetch = {
  fetch: Fetch;
  variables: readonly string[];
  path: ResponsePath;
  representationOf(object: Source): Representation;
  rewriteOutput: Rewrite | undefined;
  isConcrete: RuntimeTypes['isConcrete'];
  /** The number under which other fetches of the plan ask the same; undefined when this is the only one. */
  memo: number | undefined;
  /** Another fetch adds to the same nested objects, so equal entities must not share theirs. */
  isUnshared: boolean;
};

/** Objects that stand for one entity, and where it will be found. */
type Wanted = { objects: Source[]; representation: string; slot: EntitySlot };

/**
 * Compiles a fetch of the entities at a path: each distinct representation is asked for once and delivered wherever it
 * stands. Objects of which nothing but their representation is known become one object where it is the same, so that
 * what follows has to be done once.
 */
export function compileEntityFetch(entityFetch: EntityFetch): Step {
  const { fetch, variables, memo: number } = entityFetch;
  const asked = { operation: fetch.operation, variables };

  return (run, from) => {
    const lacksSomething = (object: Source) => passOn(run, object, fetch.names);
    const groups = groupEntities({ run, from }, entityFetch, lacksSomething);
    if (groups.length === 0) return undefined;
    const memo = (number !== undefined && run.memos[number]) || createMemo();
    if (number !== undefined) run.memos[number] = memo;
    const ask = () => openBatch(run, memo, asked);
    const wanted = groups.map(({ objects, representation }) => {
      return { objects, representation, slot: slotOf(memo, representation, ask) };
    });
    return deliver(run, wanted, entityFetch);
  };
}

/** What is missing to ask for more failed before: so did this. */
function passOn({ failures }: Run, object: Source, names: ReadonlySet<string>): void {
  const failure = failures.any(object);
  if (failure) failures.add([object], names, failure);
}

async function deliver(run: Run, wanted: readonly Wanted[], entityFetch: EntityFetch): Promise<void> {
  const { fetch } = entityFetch;
  const reported = new Set<EntityBatch>();
  for (const { slot } of wanted) if (!slot.batch.answer) await slot.batch.answered;
  if (fetch.branches.size > 0) run.standing.clear();
  for (const { objects, representation, slot } of wanted) {
    const { answer } = slot.batch;
    if (answer?.failure) run.failures.add(objects, fetch.names, answer.failure);
    if (!answer || answer.failure) continue;
    const entity = take(answer.entities[slot.index], entityFetch);
    if (entity === null) run.failures.addUnknown(objects, representation);
    else deliverEntity(run, { objects, entity }, entityFetch);
    if (answer.errors.length > 0) reported.add(slot.batch);
  }
  for (const batch of reported) tell(run, { wanted, batch }, entityFetch);
}

type Delivered = { objects: readonly Source[]; entity: unknown };

function deliverEntity(run: Run, { objects, entity }: Delivered, entityFetch: EntityFetch): void {
  const { fetch, path, isUnshared } = entityFetch;
  if (!isObject(entity)) {
    if (entity !== undefined) run.failures.add(objects, fetch.names, notAnEntity(fetch));
    return;
  }
  // Where nothing but leaves is delivered, nothing is shared.
  if (objects.length > 1 && fetch.branches.size > 0) run.shared.add(path.name);
  for (const object of objects) {
    addTo(object, isUnshared && object !== objects[0] ? (copyOf(entity) as Source) : entity, entityFetch);
  }
}

/** Only what was asked for is taken; a type once known stays known. */
function addTo(object: Source, entity: Source, { fetch, isConcrete }: EntityFetch): void {
  const { __typename } = object;
  mergeInto(object, entity, fetch.names);
  if (object.__typename !== __typename && isConcrete(__typename) && !isConcrete(object.__typename)) {
    object.__typename = __typename;
  }
}

const notAnEntity = ({ operation }: Fetch) => failureOf(notAnswered(operation.subgraph));

/** What other fetches also get is theirs too: everybody adds to its own. */
function take(entity: unknown, { fetch, memo, rewriteOutput }: EntityFetch): unknown {
  const isPrivate = memo === undefined || (fetch.branches.size === 0 && !rewriteOutput);
  const own = isPrivate ? entity : copyOf(entity);
  rewriteOutput?.(own);
  return own;
}

type Told = { wanted: readonly Wanted[]; batch: EntityBatch };

/** An error about an entity is one at each place where the entity stands. */
function tell(run: Run, { wanted, batch }: Told, { fetch, path }: EntityFetch): void {
  for (const error of batch.answer?.errors ?? []) {
    const [, index, ...below] = error.path ?? [];
    const isAbout = ({ slot }: Wanted) => slot.batch === batch && slot.index === Number(index);
    const objects = new Set(wanted.filter(isAbout).flatMap((one) => one.objects));
    const positions = objects.size === 0 ? [] : path.positions(run.data, objects);
    if (!positions.every((at) => run.tell(error, fetch.operation.subgraph, [...at, ...below]))) return;
  }
}
