import type { QueryPlan } from '@apollo/query-planner';
import type {
  DocumentNode,
  ExecutionResult,
  FieldNode,
  GraphQLError,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
} from 'graphql';
import type { PermittedOperation } from '../authorization/authorization.ts';
import { fragmentsOf } from '../document/fragments.ts';
import type { SupergraphTypes } from '../supergraph/supergraph-types.ts';
import type { FieldKeys } from './field-keys.ts';
import { compilePlan } from './plan/compile-plan.ts';
import { createFailures } from './plan/failures.ts';
import type { Run } from './plan/run.ts';
import { reported } from './plan/subgraph-errors.ts';
import type { Conditions, IsIncluded } from './response/conditions.ts';
import { createIntrospection, type Introspect } from './response/introspection.ts';
import { createLocate, type Locate } from './response/locate.ts';
import { compileShape, type ResponseShape } from './response/shape.ts';
import { BUBBLE, MAX_ERRORS } from './response/shaping.ts';
import type { Source } from './source.ts';

/** A valid operation of the API schema, its plan, and what both speak of. */
export type PlannedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  root: GraphQLObjectType;
  plan: QueryPlan;
  apiSchema: GraphQLSchema;
  types: SupergraphTypes;
  /** What of it may be seen, when not all. */
  permitted: PermittedOperation | undefined;
  /** What the plan was made with. */
  keys: FieldKeys;
  conditions: Conditions;
};

/** What one execution needs besides the operation. */
export type Execution = {
  /** As the client sent them, and as they count. */
  variables: Readonly<Record<string, unknown>>;
  coerced: Record<string, unknown>;
  ask: Run['ask'];
};

export type CompiledOperation = { execute(execution: Execution): Promise<ExecutionResult> };

/** Compiles an operation once; it is then executed with any variables. */
export function compileOperation(planned: PlannedOperation): CompiledOperation {
  const { operation, document, root, plan, apiSchema, permitted, keys, conditions } = planned;
  const fragments = fragmentsOf(document);
  const isMutation = operation.operation === 'mutation';
  const { step, isEntityPath } = compilePlan(plan, planned.types, isMutation);
  const { selectionSet } = operation;
  const isWithheld = (field: FieldNode) => permitted?.withheld.has(field) ?? false;
  const responseFor = keepResponses(conditions, (isIncluded) => {
    const selected = { schema: apiSchema, fragments, keyOf: keys.of, isIncluded };
    return {
      shape: compileShape({ ...selected, root, selectionSet, isWithheld, isEntityPath }),
      introspect: createIntrospection({ ...selected, document, operation, root }),
      locate: createLocate({ type: root, set: selectionSet }, selected),
    };
  });

  return {
    async execute({ variables, coerced, ask }) {
      const { shape, introspect, locate } = responseFor(coerced);
      const errors = permitted?.errors(coerced) ?? [];
      const run = createRun({ variables, coerced, ask, errors, locate });
      await step(run, [run.data]);
      const { data: delivered, failures, shared } = run;
      const shaped = shape(delivered, { errors, failures, shared, introspection: introspect(coerced) });
      const data = shaped === BUBBLE ? null : shaped;
      return errors.length > 0 ? { errors, data } : { data };
    },
  };
}

type Response = { shape: ResponseShape; introspect: Introspect; locate: Locate };

/** A client that plays with conditions must not fill the memory. */
const MAX_RESPONSES = 32;

/** A response for each outcome of the conditions, compiled when it is first asked for. */
function keepResponses({ keyOf, isIncluded }: Conditions, compile: (included: IsIncluded) => Response) {
  const responses = new Map<string, Response>();
  return (variables: Record<string, unknown>): Response => {
    const key = keyOf(variables);
    const known = responses.get(key);
    if (known) return known;
    const response = compile(isIncluded(key));
    if (responses.size >= MAX_RESPONSES) responses.clear();
    responses.set(key, response);
    return response;
  };
}

type NewRun = Pick<Run, 'variables' | 'ask'> & {
  coerced: Record<string, unknown>;
  errors: GraphQLError[];
  locate: Locate;
};

function createRun({ variables, coerced, ask, errors, locate }: NewRun): Run {
  const data: Source = {};
  return {
    variables,
    isTrue: (variable) => coerced[variable] === true,
    data,
    tell(error, subgraph, path) {
      if (errors.length >= MAX_ERRORS) return false;
      const located = path === undefined ? [] : locate(path, data);
      const places = located.length === 0 ? [undefined] : located;
      for (const at of places) if (errors.length < MAX_ERRORS) errors.push(reported(error, subgraph, at));
      return true;
    },
    failures: createFailures(),
    memos: [],
    shared: new Set(),
    standing: new Map(),
    ask,
  };
}
