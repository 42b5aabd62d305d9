import type { ConditionNode, FetchNode, FlattenNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { SupergraphTypes } from '../../supergraph/supergraph-types.ts';
import type { Source } from '../source.ts';
import { compileEntityFetch } from './entity-fetch.ts';
import { compilePath } from './paths.ts';
import { type PlannedFetches, readFetches } from './planned-fetches.ts';
import { compileRepresentation } from './representations.ts';
import { compileRewrites } from './rewrites.ts';
import { compileRootFetch } from './root-fetch.ts';
import type { Step } from './run.ts';
import { type RuntimeTypes, runtimeTypes } from './runtime-types.ts';

export type CompiledPlan = {
  step: Step;
  /** Whether a fetch fills the objects at a path of keys of this name. */
  isEntityPath(name: string): boolean;
};

type PlanCompiler = { types: RuntimeTypes; fetches: PlannedFetches };

const NOTHING: Step = () => undefined;

/** Compiles a plan over a supergraph to closures, once per operation. */
export function compilePlan(plan: QueryPlan, types: SupergraphTypes, isMutation: boolean): CompiledPlan {
  if (!plan.node) return { step: NOTHING, isEntityPath: () => false };
  if (plan.node.kind === 'Subscription') throw new Error('A subscription is not executed as a single plan.');
  const fetches = readFetches(plan.node, types, isMutation);
  return { step: compileNode(plan.node, { types: runtimeTypes(types), fetches }), isEntityPath: fetches.isEntityPath };
}

function compileNode(node: PlanNode, compiler: PlanCompiler): Step {
  switch (node.kind) {
    case 'Sequence':
      return inSequence(node.nodes.map((one) => compileNode(one, compiler)));
    case 'Parallel':
      return inParallel(node.nodes.map((one) => compileNode(one, compiler)));
    case 'Flatten':
      return compileFlatten(node, compiler);
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

/** A fetch of entities finds them itself. */
function compileFlatten({ path, node }: FlattenNode, compiler: PlanCompiler): Step {
  if (node.kind === 'Fetch' && node.requires) return compileFetch(node, compiler);
  const { visit } = compilePath(path);
  const step = compileNode(node, compiler);
  return (run, from) => {
    const objects = new Set<Source>();
    visit(from, run.shared, (object) => objects.add(object));
    return objects.size === 0 ? undefined : step(run, [...objects]);
  };
}

function onCondition({ condition, ifClause, elseClause }: ConditionNode, compiler: PlanCompiler): Step {
  const whenTrue = ifClause ? compileNode(ifClause, compiler) : NOTHING;
  const whenFalse = elseClause ? compileNode(elseClause, compiler) : NOTHING;
  return (run, objects) => (run.isTrue(condition) ? whenTrue : whenFalse)(run, objects);
}

function compileFetch(node: FetchNode, { fetches, types }: PlanCompiler): Step {
  const { isOfType, isConcrete } = types;
  const planned = fetches.of(node);
  if (!planned) throw new Error(`A fetch of ${node.serviceName} is not in the plan.`);
  if (node.contextRewrites?.length) throw new Error('A plan with @fromContext cannot be executed yet.');
  const { variableUsages: variables = [], requires, inputRewrites, outputRewrites } = node;
  const rewriteOutput = compileRewrites(outputRewrites, isOfType);
  const common = { ...planned, variables, rewriteOutput };
  if (!requires) return compileRootFetch(common);
  const rewrite = compileRewrites(inputRewrites, isOfType);
  const representationOf = compileRepresentation({
    selections: requires,
    isOfType,
    rewrite,
    fixedType: planned.fixedType,
  });
  return compileEntityFetch({ ...common, representationOf, isConcrete });
}
