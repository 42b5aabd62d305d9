import type { ConditionNode, FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import { compileEntityFetch } from './entity-fetch.ts';
import { compilePath } from './paths.ts';
import { type PlannedFetch, readFetches } from './planned-fetches.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites, type IsOfType } from './rewrites.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Step } from './run.ts';

export type CompiledPlan = {
  step: Step;
  /** Whether a fetch fills the objects at this response path, without list indexes. */
  isEntityPath(path: readonly string[]): boolean;
};

type PlanCompiler = { isOfType: IsOfType; fetches: ReadonlyMap<FetchNode, PlannedFetch> };

const NOTHING: Step = () => undefined;

/** Compiles a plan to closures, once per operation. */
export function compilePlan(plan: QueryPlan, isOfType: IsOfType, isMutation: boolean): CompiledPlan {
  if (!plan.node) return { step: NOTHING, isEntityPath: () => false };
  if (plan.node.kind === 'Subscription') throw new Error('A subscription is not executed as a single plan.');
  const fetches = readFetches(plan.node, isMutation);
  const entityPaths = new Set(
    [...fetches.values()].filter(({ node }) => node.requires).map(({ path }) => keyOf(path.names)),
  );
  return {
    step: compileNode(plan.node, { isOfType, fetches }),
    isEntityPath: (path) => entityPaths.has(keyOf(path)),
  };
}

const keyOf = (path: readonly string[]) => path.join('.');

function compileNode(node: PlanNode, compiler: PlanCompiler): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((one) => compileNode(one, compiler)));
    case 'Parallel':
      return inParallel(node.nodes.map((one) => compileNode(one, compiler)));
    case 'Flatten':
      return flatten(node.path, compileNode(node.node, compiler));
    case 'Condition':
      return onCondition(node, compiler);
    case 'Fetch':
      return compileFetch(node, compiler);
    case 'Defer':
      throw new Error('A plan with @defer cannot be executed yet.');
  }
}

function inSequence(steps: readonly Step[]): Step {
  return async (run, objects) => {
    for (const step of steps) await step(run, objects);
  };
}

function inParallel(steps: readonly Step[]): Step {
  return async (run, objects) => {
    await Promise.all(steps.map((step) => step(run, objects)));
  };
}

function flatten(path: readonly (string | number)[], step: Step): Step {
  const { objects: objectsAt } = compilePath(path);
  return (run, objects) => {
    const found = objectsAt(objects);
    // What stands at several places need not be filled as often.
    return found.length === 0 ? undefined : step(run, run.hasShared ? [...new Set(found)] : found);
  };
}

function onCondition({ condition, ifClause, elseClause }: ConditionNode, compiler: PlanCompiler): Step {
  const whenTrue = ifClause ? compileNode(ifClause, compiler) : NOTHING;
  const whenFalse = elseClause ? compileNode(elseClause, compiler) : NOTHING;
  return (run, objects) => (run.isTrue(condition) ? whenTrue : whenFalse)(run, objects);
}

function compileFetch(node: FetchNode, { fetches, isOfType }: PlanCompiler): Step {
  const planned = fetches.get(node);
  if (!planned) throw new Error(`A fetch of ${node.serviceName} is not in the plan.`);
  if (node.contextRewrites?.length) throw new Error('A plan with @fromContext cannot be executed yet.');
  const { variableUsages: variables = [], requires, inputRewrites, outputRewrites } = node;
  const rewriteOutput = compileRewrites(outputRewrites, isOfType);
  const common = { ...planned, variables, rewriteOutput };
  if (!requires) return compileRootFetch(common);
  const rewrite = compileRewrites(inputRewrites, isOfType);
  return compileEntityFetch({
    ...common,
    represent: compileRepresentation({ selections: requires, isOfType, rewrite }),
  });
}
