import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { MAX_EVALUATED_PLANS } from '@nexus/gateway/query-planner/planner';
import { reasonOf } from '@nexus/kit/reasons';
import { parse, print, visit } from 'graphql';
import type { Composed } from '../../change.ts';
import type { Operation } from '../../operation.ts';
import { remembered } from './remembered.ts';
import type { Versions } from './versions.ts';

/** How the gateway asks subgraphs for an operation, or why it cannot. */
export type Planned = { plan: QueryPlan } | { reason: string };

type Planner = (operation: Operation) => Planned;

const plannerOf = remembered((composed: Composed): Planner => {
  const supergraph = Supergraph.build(composed.supergraph, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    // It comes right from composition.
    validateSupergraph: false,
  });
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS } });
  const api = supergraph.apiSchema();
  return remembered((operation: Operation) => {
    try {
      return { plan: planner.buildQueryPlan(operationFromDocument(api, operation.document)) };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  });
});

/** Plans an operation as the gateway does, once. */
export const planOf = (composed: Composed, operation: Operation): Planned => plannerOf(composed)(operation);

/** For planning: a head that differs from its base in nothing that a planner reads is the base. */
export const planningVersions = ({ base, head }: Versions): Versions =>
  planningText(base) === planningText(head) ? { base, head: base } : { base, head };

/** A supergraph without descriptions, deprecations and what stands on it for authorization and cost. */
const planningText = remembered(({ supergraph }: Composed): string =>
  print(
    visit(parse(supergraph, { noLocation: true }), {
      StringValue: (_, key) => (key === 'description' ? null : undefined),
      Directive: ({ name }) => (READ_BY_PLANNER.test(name.value) ? undefined : null),
      DirectiveDefinition: () => null,
    }),
  ),
);

/** Context is planned, too. */
const READ_BY_PLANNER = /^(join__|context|inaccessible)/;

/** The steps of a plan; undefined when nothing has to be fetched. */
export function stepsOf({ node }: QueryPlan): PlanNode | undefined {
  if (node?.kind !== 'Subscription') return node;
  return node.rest ? { kind: 'Sequence', nodes: [node.primary, node.rest] } : node.primary;
}
