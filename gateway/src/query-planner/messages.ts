import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';
import type { SupergraphDescription } from '../supergraph/describe-supergraph.ts';

/** An operation to be planned: valid, of the API schema, with what each progressive `@override` label decided. */
export type PlanRequest = {
  document: string;
  operationName: string | undefined;
  overrides: Readonly<Record<string, boolean>>;
};

/** What a planner thread plans over from now on. */
export type PlannerJob = { sdl: string; config: QueryPlannerConfig; isUrgent: boolean };

/** What a thread is started with when it does not let requests go first. */
export const URGENT = 'urgent';

export type PlannerTask =
  | { kind: 'load'; job: PlannerJob }
  | { kind: 'plan'; request: PlanRequest }
  /** Whatever it holds is needed no more. */
  | { kind: 'forget' };

/** What a planner thread says of what it has loaded: the supergraph is good, or why not. */
export type StartAnswer =
  | { kind: 'ready'; description: SupergraphDescription; heapBytes: number }
  | { kind: 'unusable'; reason: string };

export type PlanAnswer =
  | { kind: 'plan'; plan: QueryPlan }
  | { kind: 'too complex' }
  | { kind: 'refused'; message: string; extensions: Record<string, unknown> }
  | { kind: 'failed'; message: string; stack: string | undefined };

export type PlannerAnswer = StartAnswer | PlanAnswer;
