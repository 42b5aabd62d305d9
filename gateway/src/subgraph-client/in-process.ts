import { type DocumentNode, execute, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import type { FetchOperation, SubgraphRequest, Transport } from '../executor/transport.ts';
import { unlessOver, withPatience } from './patience.ts';
import { readAnswer } from './subgraph-answer.ts';
import { subgraphFailure } from './subgraph-failure.ts';
import { DEFAULT_OPTIONS, type SubgraphOptions } from './subgraph-options.ts';

type Checked = { document: DocumentNode } | { errors: readonly GraphQLError[] };

export type InProcessConfig<Context> = {
  schema: GraphQLSchema;
  /** What the subgraph's resolvers get as their context; absent: the one of the request. */
  contextOf?: (context: Context) => unknown;
  options?: Partial<Pick<SubgraphOptions, 'readMs' | 'mutationMs'>>;
};

/** Asks a subgraph that runs in this process, with the same deadlines and the same view of its answers as over HTTP. */
export function createInProcessTransport<Context>(config: InProcessConfig<Context>): Transport<Context> {
  const { readMs, mutationMs } = { ...DEFAULT_OPTIONS, ...config.options };
  const check = createCheck(config.schema);

  const run = async ({ operation, variables, context }: SubgraphRequest<Context>) => {
    const checked = check(operation);
    if ('errors' in checked) return checked;
    return execute({
      schema: config.schema,
      document: checked.document,
      operationName: operation.name,
      variableValues: JSON.parse(variables),
      contextValue: config.contextOf ? await config.contextOf(context) : context,
    });
  };

  return async (request) => {
    const { operation, deadline, signal } = request;
    const ms = operation.kind === 'mutation' ? mutationMs : readMs;
    try {
      // Its resolvers cannot be stopped, but nobody waits for them.
      const result = await withPatience({ ms, deadline, signal }, (patience) => unlessOver(patience, run(request)));
      // Through text, so that the executor may change what it gets.
      return readAnswer(JSON.stringify(result));
    } catch (failure) {
      throw subgraphFailure(operation, failure);
    }
  };
}

/** Parses and validates each operation once. */
function createCheck(schema: GraphQLSchema): (operation: FetchOperation) => Checked {
  const known = new WeakMap<FetchOperation, Checked>();
  return (operation) => {
    const before = known.get(operation);
    if (before) return before;
    const document = parse(operation.text, { noLocation: true });
    const errors = validate(schema, document);
    const checked = errors.length === 0 ? { document } : { errors };
    known.set(operation, checked);
    return checked;
  };
}
