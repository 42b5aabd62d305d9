import type { QueryPlan, QueryPlannerConfig } from '@apollo/query-planner';

/** An operation to be planned: valid, of the API schema, with what each progressive `@override` label decided. */
export type PlanRequest = {
  document: string;
  operationName: string | undefined;
  overrides: Readonly<Record<string, boolean>>;
};

/** What a planner thread is started with. */
export type PlannerJob = { sdl: string; config: QueryPlannerConfig };

/** The first message of a planner thread: the supergraph is good, or why not. */
export type StartAnswer = { kind: 'ready'; apiSdl: string; heapBytes: number } | { kind: 'unusable'; reason: string };

export type PlanAnswer =
  | { kind: 'plan'; plan: QueryPlan }
  | { kind: 'too complex' }
  | { kind: 'refused'; message: string; extensions: Record<string, unknown> }
  | { kind: 'failed'; message: string; stack: string | undefined };

export type PlannerAnswer = StartAnswer | PlanAnswer;
