import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { type ActualCost, compileActualCost } from './cost/actual-cost.ts';
import { type CostDirectives, NO_COST_DIRECTIVES } from './cost/cost-directives.ts';
import type { Estimate } from './cost/estimate.ts';
import { compileRequestedCost, type Operation } from './cost/requested-cost.ts';
import { asksForTypesOnly } from './introspection.ts';
import type { Limits } from './limits.ts';

/** All that can be said of an operation before its variables are known. */
export type CheckedOperation = {
  requestedCost: Estimate;
  actualCost: ActualCost;
  asksForTypesOnly: boolean;
};

export type Check = (operation: Operation, schema: GraphQLSchema) => CheckedOperation;

type CheckConfig = {
  limits: Limits;
  /** What the supergraph of a schema says of costs. */
  costsOf(schema: GraphQLSchema): CostDirectives | undefined;
};

/**
 * Checks each operation of a document once for a schema; the answer lives as long as both do. A document outlives its
 * schema when the supergraph changes, so it must not hold on to it.
 */
export function createCheck(config: CheckConfig): Check {
  const known = new WeakMap<GraphQLSchema, WeakMap<OperationDefinitionNode, CheckedOperation>>();
  return (operation, schema) => {
    const checks = known.get(schema) ?? new WeakMap<OperationDefinitionNode, CheckedOperation>();
    known.set(schema, checks);
    const checked = checks.get(operation.operation) ?? check(operation, schema, config);
    checks.set(operation.operation, checked);
    return checked;
  };
}

function check(operation: Operation, schema: GraphQLSchema, { limits, costsOf }: CheckConfig): CheckedOperation {
  const rules = { schema, directives: costsOf(schema) ?? NO_COST_DIRECTIVES, assumed: limits };
  let compiled: ActualCost | undefined;
  return {
    requestedCost: compileRequestedCost(operation, rules),
    actualCost: (data, variables) => {
      compiled ??= compileActualCost(operation, rules);
      return compiled(data, variables);
    },
    asksForTypesOnly: asksForTypesOnly(operation.operation),
  };
}
