import { isObject, type Source } from '../source.ts';
import { createMemo, type EntityAnswer, type EntitySlot, openBatch, slotOf } from './entity-batch.ts';
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

type Wanted = { object: Source; slot: EntitySlot };

/**
 * Compiles a fetch of the entities at a path: each distinct representation is asked for once and delivered wherever it
 * stands. Objects of which nothing but their representation is known become one object where it is the same, so that
 * what follows has to be done once.
 */
export function compileEntityFetch(entityFetch: EntityFetch): Step {
  const { fetch, variables, representationOf, memo: number } = entityFetch;
  const asked = { operation: fetch.operation, variables };

  function want(run: Run, from: readonly Source[]): Wanted[] {
    const memo = (number !== undefined && run.memos[number]) || createMemo();
    if (number !== undefined) run.memos[number] = memo;
    const ask = () => openBatch(run, memo, asked);
    const wanted: Wanted[] = [];
    for (const object of distinctObjects(run, from, entityFetch)) {
      const representation = representationOf(object).write(object);
      if (representation === undefined) passOn(run, object, fetch.names);
      else wanted.push({ object, slot: slotOf(memo, representation, ask) });
    }
    return wanted;
  }

  return (run, from) => {
    const wanted = want(run, from);
    return wanted.length === 0 ? undefined : deliver(run, wanted, entityFetch);
  };
}

/** The objects at the path, each once; those of which nothing but an equal representation is known become one. */
function distinctObjects(run: Run, from: readonly Source[], { path, representationOf }: EntityFetch): Iterable<Source> {
  const found = new Set<Source>();
  const bare = new Map<unknown, Source>();
  path.visit(from, run.shared, (object, holder, place) => {
    if (found.has(object)) return;
    const { keys, identity } = representationOf(object);
    if (holder && place !== undefined && keys !== undefined && hasKeys(object, keys)) {
      const id = identity(object);
      const same = bare.get(id);
      if (same?.__typename === object.__typename) {
        holder[place] = same;
        run.shared.add(path.name);
        return;
      }
      bare.set(id, object);
    }
    found.add(object);
  });
  return found;
}

function hasKeys(object: Source, count: number | undefined): boolean {
  let keys = 0;
  for (const _ in object) keys++;
  return keys === count;
}

/** What is missing to ask for more failed before: so did this. */
function passOn({ failures }: Run, object: Source, names: ReadonlySet<string>): void {
  const failure = failures.any(object);
  if (failure) failures.add([object], names, failure);
}

async function deliver(run: Run, wanted: readonly Wanted[], entityFetch: EntityFetch): Promise<void> {
  const answers = new Map<Promise<EntityAnswer>, EntityAnswer>();
  for (const { slot } of wanted) if (!answers.has(slot.answer)) answers.set(slot.answer, await slot.answer);
  const { fetch, path, isUnshared } = entityFetch;
  const taken = new Map<EntitySlot, unknown>();
  for (const { object, slot } of wanted) {
    const answer = answers.get(slot.answer);
    if (answer?.failure) run.failures.add([object], fetch.names, answer.failure);
    if (!answer || answer.failure) continue;
    const isFirst = !taken.has(slot);
    if (isFirst) taken.set(slot, take(answer.entities[slot.index], entityFetch));
    else run.shared.add(path.name);
    const entity = taken.get(slot);
    if (isObject(entity)) addTo(object, isFirst || !isUnshared ? entity : (copyOf(entity) as Source), entityFetch);
    else if (entity !== null && entity !== undefined) run.failures.add([object], fetch.names, notAnEntity(fetch));
  }
  for (const [promise, answer] of answers)
    if (answer.errors.length > 0) tell(run, { wanted, promise, answer }, entityFetch);
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

type Told = { wanted: readonly Wanted[]; promise: Promise<EntityAnswer>; answer: EntityAnswer };

/** An error about an entity is one at each place where the entity stands. */
function tell(run: Run, { wanted, promise, answer }: Told, { fetch, path }: EntityFetch): void {
  for (const error of answer.errors) {
    const [, index, ...below] = error.path ?? [];
    const isAbout = ({ slot }: Wanted) => slot.answer === promise && slot.index === Number(index);
    const objects = new Set(wanted.filter(isAbout).map(({ object }) => object));
    const positions = objects.size === 0 ? [] : path.positions(run.data, objects);
    if (!positions.every((at) => run.tell(error, fetch.operation.subgraph, [...at, ...below]))) return;
  }
}
