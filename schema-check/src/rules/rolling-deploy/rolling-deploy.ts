import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import type { Change, Composed, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { changedSubgraphs } from '../reading/changed-subgraphs.ts';
import { fetchesOf } from '../reading/fetches.ts';
import { validInBoth } from '../reading/operations.ts';
import { planningVersions, plansOf, stepsOf } from '../reading/plans.ts';
import { versionsOf } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { type Misunderstanding, misunderstandings } from './misunderstandings.ts';

/**
 * Whether a subgraph can be deployed before the gateway, or after it. While a deployment rolls, both versions of both
 * are there: whatever plan the gateway has, the subgraph must be able to answer its fetches.
 */
export const rollingDeploy: Rule = (change) => {
  const versions = versionsOf(change);
  if (!versions) return [];
  const operations = validInBoth(versions, change.operations);
  const { base, head } = planningVersions(versions);
  return changedSubgraphs(change).flatMap(({ name, before, after }) => {
    const subgraphFirst = talk({ composed: base, subgraph: name, own: before, server: after, operations });
    const gatewayFirst = talk({ composed: head, subgraph: name, own: after, server: before, operations });
    return findingsOf(change, { subgraph: name, isGone: !after, subgraphFirst, gatewayFirst });
  });
};

/** A gateway with the plans of one version, and a subgraph of the other. */
type Talk = {
  composed: Composed;
  subgraph: string;
  /** The subgraph of the gateway's version, and the one that is asked. */
  own: ParsedSubgraph | undefined;
  server: ParsedSubgraph | undefined;
  operations: readonly Operation[];
};

type Failure = Misunderstanding & { operation: Operation };

function talk({ composed, subgraph, own, server, operations }: Talk): Failure[] {
  return operations.flatMap((operation) => {
    // That something cannot be planned is told by another rule.
    const plans = plansOf(composed, operation).flatMap((planned) => ('plan' in planned ? [planned.plan] : []));
    const fetches = plans.flatMap((plan) => fetchesOf(stepsOf(plan)));
    return fetches
      .filter(({ serviceName }) => serviceName === subgraph)
      .flatMap((fetch) => misunderstandings(fetch, { composed, own, server }))
      .map((failure) => ({ ...failure, operation }));
  });
}

type Orders = {
  subgraph: string;
  isGone: boolean;
  subgraphFirst: readonly Failure[];
  gatewayFirst: readonly Failure[];
};

function findingsOf(change: Change, { subgraph, isGone, subgraphFirst, gatewayFirst }: Orders): Finding[] {
  const [before, after] = [subgraphFirst[0], gatewayFirst[0]];
  if (before && after) {
    return [
      tell(change, {
        code: 'NO_SAFE_DEPLOY_ORDER',
        severity: 'error',
        message: `${subgraph} can be deployed neither before the gateway (${before.reason}) nor after it (${after.reason}).`,
        remedy: 'Split this into two changes: add what is new, deploy, then remove what is old.',
        ...about(subgraphFirst, gatewayFirst),
      }),
    ];
  }
  if (before) {
    return [
      tell(change, {
        code: 'DEPLOY_AFTER_GATEWAY',
        severity: 'warning',
        message: `${subgraph} ${isGone ? 'stopped' : 'deployed'} before the gateway fails operations: ${before.reason}.`,
        remedy: `Deploy the gateway before ${subgraph}${isGone ? ' is stopped' : ''}.`,
        ...about(subgraphFirst),
      }),
    ];
  }
  if (!after) return [];
  return [
    tell(change, {
      code: 'DEPLOY_BEFORE_GATEWAY',
      severity: 'notice',
      message: `The gateway deployed before ${subgraph} fails operations: ${after.reason}.`,
      remedy: `Deploy ${subgraph} before the gateway.`,
      ...about(gatewayFirst),
    }),
  ];
}

function about(...failures: readonly (readonly Failure[])[]): Pick<Finding, 'coordinate' | 'operations'> {
  const all = failures.flat();
  return {
    coordinate: all.find(({ coordinate }) => coordinate !== undefined)?.coordinate,
    operations: [...new Set(all.map(({ operation }) => operation))],
  };
}
