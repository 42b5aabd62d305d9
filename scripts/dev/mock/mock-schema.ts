import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { createMockResolver, type MockOptions } from './mock-resolver.ts';

export type GraphqlRequest = {
  query: string;
  variables?: Readonly<Record<string, unknown>> | undefined;
  operationName?: string | undefined;
};

/** A subgraph that has a schema and no code: it answers whatever fits the schema. */
export type Mock = { answer(request: GraphqlRequest, context?: unknown): Promise<ExecutionResult> };

/** Makes a mock of a subgraph from its SDL. The same object has the same values wherever and whenever it is asked for. */
export function createMock(sdl: string, options: MockOptions = {}): Mock {
  const schema = buildSubgraphSchema(parse(sdl));
  const fieldResolver = createMockResolver(options);
  const check = createCheck(schema);
  return {
    async answer({ query, variables, operationName }, contextValue) {
      const checked = check(query);
      if ('errors' in checked) return checked;
      return await execute({
        schema,
        ...checked,
        variableValues: variables,
        operationName,
        contextValue,
        fieldResolver,
      });
    },
  };
}

const MAX_CHECKED = 500;

/** Parses and validates each text once. */
function createCheck(schema: GraphQLSchema) {
  const checked = new Map<string, ReturnType<typeof check>>();
  return (query: string) => {
    const before = checked.get(query);
    if (before) return before;
    if (checked.size >= MAX_CHECKED) checked.clear();
    const found = check(schema, query);
    checked.set(query, found);
    return found;
  };
}

function check(schema: GraphQLSchema, query: string) {
  try {
    const document = parse(query, { noLocation: true });
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
}
