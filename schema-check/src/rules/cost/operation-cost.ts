import { readCostDirectives } from '@nexus/gateway/protection/cost/cost-directives';
import { amountOf } from '@nexus/gateway/protection/cost/estimate';
import { compileRequestedCost } from '@nexus/gateway/protection/cost/requested-cost';
import { DEFAULT_LIMITS } from '@nexus/gateway/protection/limits';
import { GraphQLError } from 'graphql';
import type { Composed } from '../../change.ts';
import type { Operation } from '../../operation.ts';
import { definitionOf } from '../reading/operations.ts';
import { remembered } from '../reading/remembered.ts';
import { supergraphOf } from '../reading/supergraph.ts';
import { assumedVariables } from './assumed-variables.ts';

/** What the gateway refuses unless it is configured otherwise. */
export const COST_LIMIT = DEFAULT_LIMITS.cost;

/** `@cost` and `@listSize` of a supergraph. */
export const costDirectivesOf = remembered((composed: Composed) => readCostDirectives(supergraphOf(composed)));

/** What an operation costs by the gateway's algorithm, pages full; 'refused' when it cannot be told. */
export function costOf(operation: Operation, composed: Composed): number | 'refused' {
  const definition = definitionOf(operation);
  if (!definition) return 'refused';
  const rules = { schema: composed.api, directives: costDirectivesOf(composed), assumed: DEFAULT_LIMITS };
  try {
    const estimate = compileRequestedCost({ document: operation.document, operation: definition }, rules);
    return amountOf(estimate, assumedVariables(operation, definition, composed.api));
  } catch (error) {
    if (error instanceof GraphQLError) return 'refused';
    throw error;
  }
}
