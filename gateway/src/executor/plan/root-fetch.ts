import type { Source } from '../source.ts';
import type { SubgraphAnswer } from '../transport.ts';
import { failureOf } from './failures.ts';
import type { Fetch } from './fetch-operation.ts';
import { copyOf, mergeInto } from './merge.ts';
import type { ResponsePath } from './paths.ts';
import type { Rewrite } from './rewrites.ts';
import { type Run, type Step, writeVariables } from './run.ts';
import { reported } from './subgraph-errors.ts';

type RootFetch = {
  fetch: Fetch;
  variables: readonly string[];
  path: ResponsePath;
  rewriteOutput: Rewrite | undefined;
};

/** Compiles a fetch of root fields. */
export function compileRootFetch({ fetch, variables, path, rewriteOutput }: RootFetch): Step {
  const { operation, names } = fetch;

  function deliver(run: Run, objects: readonly Source[], { data, errors }: SubgraphAnswer): void {
    const failure = data === null ? errors.find((error) => error.path === undefined) : undefined;
    if (failure || (data === null && errors.length === 0)) {
      run.failures.add(objects, names, failureOf(reported(failure, operation.subgraph)));
    }
    if (data !== null) {
      run.standing.clear();
      rewriteOutput?.(data);
      for (const [index, object] of objects.entries()) {
        mergeInto(object, index === 0 ? data : (copyOf(data) as Source), names);
      }
    }
    const told = errors.filter((error) => error !== failure);
    if (told.length > 0) tell(run, objects, told);
  }

  function tell(run: Run, objects: readonly Source[], errors: SubgraphAnswer['errors']): void {
    const positions = path.positions(run.data, new Set(objects));
    for (const error of errors) {
      const { path: below } = error;
      const paths = below === undefined ? [undefined] : positions.map((at) => [...at, ...below]);
      if (!paths.every((at) => run.tell(error, operation.subgraph, at))) return;
    }
  }

  return async (run, objects) => {
    try {
      deliver(run, objects, await run.ask(operation, writeVariables(run.variables, variables)));
    } catch (error) {
      run.failures.add(objects, names, failureOf(error));
    }
  };
}
