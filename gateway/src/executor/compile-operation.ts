import type { QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { PermittedOperation } from '../authorization/authorization.ts';
import type { FieldKeys } from './field-keys.ts';
import { compilePlan } from './plan/compile-plan.ts';
import { createFailures } from './plan/failures.ts';
import type { Run } from './plan/run.ts';
import { runtimeTypes } from './plan/runtime-types.ts';
import { reported } from './plan/subgraph-errors.ts';
import { fragmentsOf } from './response/collect-fields.ts';
import { type Conditions, conditionsOf, type IsIncluded } from './response/conditions.ts';
import { createIntrospection } from './response/introspection.ts';
import { createLocate, type Locate } from './response/locate.ts';
import { compileShape, type ResponseShape } from './response/shape.ts';
import { BUBBLE, MAX_ERRORS, type Shaping } from './response/shaping.ts';

/** A valid operation of the API schema, its plan, and the schemas both speak of. */
export type PlannedOperation = {
  document: DocumentNode;
  operation: OperationDefinitionNode;
  root: GraphQLObjectType;
  plan: QueryPlan;
  apiSchema: GraphQLSchema;
  supergraphSchema: GraphQLSchema;
  /** What of it may be seen, when not all. */
  permitted: PermittedOperation | undefined;
  /** Those that the plan was made with. */
  keys: FieldKeys;
};

/** What one execution needs besides the operation. */
export type Execution = {
  variables: Readonly<Record<string, unknown>>;
  ask: Run['ask'];
};

export type CompiledOperation = { execute(execution: Execution): Promise<ExecutionResult> };

/** Compiles an operation once; it is then executed with any variables. */
export function compileOperation(planned: PlannedOperation): CompiledOperation {
  const { operation, document, root, plan, apiSchema, permitted, keys } = planned;
  const fragments = fragmentsOf(document);
  const isMutation = operation.operation === 'mutation';
  const { step, isEntityPath } = compilePlan(plan, runtimeTypes(planned.supergraphSchema), isMutation);
  const conditions = conditionsOf(document);
  const introspect = createIntrospection({ apiSchema, document, operation, root, fragments });
  const { selectionSet } = operation;
  const selected = { schema: apiSchema, fragments, keyOf: keys.of };
  const isWithheld = (field: FieldNode) => permitted?.withheld.has(field) ?? false;
  const shapeFor = keepShapes(conditions, (isIncluded) =>
    compileShape({ ...selected, root, selectionSet, isIncluded, isWithheld, isEntityPath }),
  );

  return {
    async execute({ variables, ask }) {
      const { coerced, errors: refused } = getVariableValues(apiSchema, operation.variableDefinitions ?? [], variables);
      if (!coerced) return { errors: refused };
      const errors = permitted?.errors(coerced) ?? [];
      const isIncluded = conditions.isIncluded(coerced);
      const locate = createLocate({ type: root, set: selectionSet }, { ...selected, isIncluded });
      const run = createRun({ variables, coerced, ask, errors, locate });
      await step(run, [run.data]);
      return shape(run, errors, { shape: shapeFor(coerced), introspection: introspect(coerced) });
    },
  };
}

/** A client that plays with conditions must not fill the memory. */
const MAX_SHAPES = 32;

/** A shape for each set of conditions, compiled when it is first asked for. */
function keepShapes({ keyOf, isIncluded }: Conditions, compile: (included: IsIncluded) => ResponseShape) {
  const shapes = new Map<string, ResponseShape>();
  return (variables: Record<string, unknown>): ResponseShape => {
    const key = keyOf(variables);
    const known = shapes.get(key);
    if (known) return known;
    const shape = compile(isIncluded(variables));
    if (shapes.size >= MAX_SHAPES) shapes.clear();
    shapes.set(key, shape);
    return shape;
  };
}

type NewRun = Pick<Run, 'variables' | 'ask'> & {
  coerced: Record<string, unknown>;
  errors: GraphQLError[];
  locate: Locate;
};

function createRun({ variables, coerced, ask, errors, locate }: NewRun): Run {
  return {
    variables,
    isTrue: (variable) => coerced[variable] === true,
    data: {},
    tell(error, subgraph, path) {
      const places = path === undefined ? [undefined] : locate(path, this.data);
      for (const at of places) if (errors.length < MAX_ERRORS) errors.push(reported(error, subgraph, at));
    },
    failures: createFailures(),
    memos: [],
    shared: new Set(),
    ask,
  };
}

type Shaped = { shape: ResponseShape; introspection: Shaping['introspection'] };

function shape({ data: source, failures, shared }: Run, errors: GraphQLError[], { shape, introspection }: Shaped) {
  const shaped = shape(source, { errors, failures, shared, introspection });
  const data = shaped === BUBBLE ? null : shaped;
  return errors.length > 0 ? { errors, data } : { data };
}
