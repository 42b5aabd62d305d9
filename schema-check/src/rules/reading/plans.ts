import { operationFromDocument, ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals';
import { type PlanNode, type QueryPlan, QueryPlanner } from '@apollo/query-planner';
import { MAX_EVALUATED_PLANS } from '@nexus/gateway/query-planner/planner';
import { overrideLabels } from '@nexus/gateway/supergraph/override-labels';
import { reasonOf } from '@nexus/kit/reasons';
import { parse, print, visit } from 'graphql';
import type { Composed } from '../../change.ts';
import type { Operation } from '../../operation.ts';
import { remembered } from './remembered.ts';
import type { Versions } from './versions.ts';

/** How the gateway asks subgraphs for an operation, or why it cannot. */
export type Planned = { plan: QueryPlan } | { reason: string };

type Planner = (operation: Operation) => readonly Planned[];

const plannerOf = remembered((composed: Composed): Planner => {
  const supergraph = Supergraph.build(composed.supergraph, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    // It comes right from composition.
    validateSupergraph: false,
  });
  const planner = new QueryPlanner(supergraph, { debug: { maxEvaluatedPlans: MAX_EVALUATED_PLANS } });
  const api = supergraph.apiSchema();
  const labels = overrideLabels(parse(composed.supergraph, { noLocation: true }));
  const plan = ({ document }: Operation, isOn: boolean): Planned => {
    const overrideConditions = new Map(labels.map((label) => [label, isOn]));
    try {
      return { plan: planner.buildQueryPlan(operationFromDocument(api, document), { overrideConditions }) };
    } catch (error) {
      return { reason: reasonOf(error) };
    }
  };
  return remembered((operation: Operation) =>
    labels.length === 0 ? [plan(operation, false)] : [plan(operation, false), plan(operation, true)],
  );
});

/**
 * Plans an operation as the gateway does, once; where fields move by the labels of a progressive `@override`, with none
 * of them on and with all, for then both plans are carried out at the same time.
 */
export const plansOf = (composed: Composed, operation: Operation): readonly Planned[] => plannerOf(composed)(operation);

/** The plan that an operation has when all that is moving has moved. */
export const finalPlanOf = (composed: Composed, operation: Operation): Planned =>
  plansOf(composed, operation).at(-1) ?? { reason: 'there is no plan' };

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
