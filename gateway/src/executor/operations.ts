import type { QueryPlan } from '@apollo/query-planner';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Authorization, OperationRules } from '../authorization/authorization.ts';
import type { Generation } from '../supergraph/generation.ts';
import type { CompiledOperation } from './compile-operation.ts';
import type { Overrides } from './overrides.ts';
import { planVariant } from './plan-variant.ts';
import { type Conditions, conditionsOf } from './response/conditions.ts';

/** A validated operation, as Apollo Server hands it over. */
export type ResolvedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  operationName: string | undefined;
  /** Stands for the text of the document. */
  queryHash: string;
};

/** What of an operation differs between requests: who asks, and what `@skip` and `@include` leave. */
export type Variant = {
  /** Labels of progressive `@override`. */
  overrides: Overrides;
  /** Refused selections, by their key. */
  refused: string;
  /** Conditions that hold, by their key; '' where they are left in the plan. */
  conditions: string;
};

export type PlannedVariant = { compiled: CompiledOperation; plan: QueryPlan };

/** An operation of this generation, read once. */
export type Operation = {
  rules: OperationRules | undefined;
  conditions: Conditions;
  /** The plan for a variant, made once; those who come while it is being made wait for the same. */
  planned(variant: Variant): Promise<PlannedVariant>;
};

export type RecentOperation = { resolved: ResolvedOperation; variant: Variant };

/** The operations of a generation, the most recently used ones. */
export type Operations = {
  of(resolved: ResolvedOperation): Operation;
  /** What was planned and executed last, at most so many. */
  recent(count: number): RecentOperation[];
};

type Kept = RecentOperation & { planned: Promise<PlannedVariant>; isPlanned: boolean };

/** Keeps operations and their plans, at most so many of each. */
export function createOperations(
  generation: Generation,
  authorization: Authorization | undefined,
  max: number,
): Operations {
  const known = new LRUCache<string, Operation>({ max });
  const plans = new LRUCache<string, Kept>({ max });

  function read(name: string, resolved: ResolvedOperation): Operation {
    const { document, operation } = resolved;
    const rules = authorization?.compile({ document, operation, schema: generation.apiSchema });
    const conditions = conditionsOf(document);
    return { rules, conditions, planned: keepPlans(name, { resolved, rules, conditions }) };
  }

  function keepPlans(name: string, asked: Pick<Operation, 'rules' | 'conditions'> & { resolved: ResolvedOperation }) {
    return (variant: Variant): Promise<PlannedVariant> => {
      const key = `${name} ${keyOf(variant)}`;
      const kept = plans.get(key);
      if (kept) return kept.planned;
      const planned = planVariant({ ...asked, generation }, variant);
      const made: Kept = { resolved: asked.resolved, variant, planned, isPlanned: false };
      plans.set(key, made);
      planned.then(
        () => {
          made.isPlanned = true;
        },
        // What failed may succeed another time; what was refused is remembered by the planner.
        () => plans.delete(key),
      );
      return planned;
    };
  }

  return {
    of(resolved) {
      const name = `${resolved.queryHash} ${resolved.operationName ?? ''}`;
      const operation = known.get(name) ?? read(name, resolved);
      known.set(name, operation);
      return operation;
    },
    recent(count) {
      const made = [...plans.values()].filter(({ isPlanned }) => isPlanned).slice(0, count);
      return made.map(({ resolved, variant }) => ({ resolved, variant }));
    },
  };
}

function keyOf({ overrides, refused, conditions }: Variant): string {
  const labels = Object.keys(overrides).filter((label) => overrides[label]);
  return `${conditions} ${refused} ${labels.join(' ')}`;
}
