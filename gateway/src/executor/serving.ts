import { type ExecutionResult, GraphQLError, OperationTypeNode, validate } from 'graphql';
import { createAuthorization } from '../authorization/authorization.ts';
import type { Credentials } from '../authorization/credentials.ts';
import type { Generation } from '../supergraph/generation.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createOperations, type Operations, type PlannedVariant, type ResolvedOperation } from './operations.ts';
import { createOverrides } from './overrides.ts';
import type { Run } from './plan/run.ts';
import type { Transport } from './transport.ts';

/** A generation at work: it executes operations until the last one that began on it has ended. */
export type Serving<Context> = {
  generation: Generation;
  operations: Operations;
  execute(asked: AskedOperation<Context>): Promise<ExecutionResult>;
  /** Plans what another generation was asked most recently, before this one is asked. */
  warmUp(recent: readonly ResolvedOperation[]): Promise<void>;
  /** Takes no more operations, and frees everything when those in flight have ended. */
  retire(): void;
  isRetired(): boolean;
};

export type AskedOperation<Context> = {
  resolved: ResolvedOperation;
  variables: Readonly<Record<string, unknown>>;
  context: Context;
};

/** Puts a generation to work. */
export function createServing<Context>(generation: Generation, options: GatewayOptions<Context>): Serving<Context> {
  const { maxOperations = 1_000, transport, authorization: rules, decideOverride, limitsOf } = options;
  if (CONTEXT_ARGUMENT.test(generation.sdl)) throw new Error('it uses @fromContext, which is not supported here');
  const authorization = createAuthorization(generation.supergraphSchema, rules);
  const operations = createOperations(generation, authorization, maxOperations);
  const overridesFor = createOverrides(generation.overrideLabels, decideOverride);
  const transports = new Map(generation.subgraphs.map((address) => [address.name, transport(address)]));
  let inFlight = 0;
  let isRetired = false;
  const closeIfIdle = () => isRetired && inFlight === 0 && void generation.close();

  function plannedFor({ resolved, context }: AskedOperation<Context>): Promise<PlannedVariant> {
    const operation = operations.of(resolved);
    const overrides = overridesFor(context);
    const refused = operation.rules?.refusedFor(options.credentialsOf?.(context) ?? NOBODY) ?? '';
    if (typeof refused === 'string') return operation.planned({ overrides, refused });
    return refused.then((key) => operation.planned({ overrides, refused: key }));
  }

  async function execute(asked: AskedOperation<Context>): Promise<ExecutionResult> {
    const { compiled, plan } = await plannedFor(asked);
    const { variables, context, resolved } = asked;
    // A change that has begun is not given up: nobody would know whether it was made.
    const limits = resolved.operation.operation === OperationTypeNode.MUTATION ? {} : limitsOf?.(context);
    const result = await compiled.execute({ variables, ask: askWith(transports, context, limits) });
    return options.exposePlan?.(context) ? { ...result, extensions: { queryPlan: plan } } : result;
  }

  return {
    generation,
    operations,
    isRetired: () => isRetired,
    async execute(asked) {
      inFlight++;
      try {
        return await execute(asked);
      } finally {
        inFlight--;
        closeIfIdle();
      }
    },
    warmUp: (recent) => warmUp({ generation, operations }, recent),
    retire() {
      isRetired = true;
      closeIfIdle();
    },
  };
}

async function warmUp(
  { generation, operations }: Pick<Serving<never>, 'generation' | 'operations'>,
  recent: readonly ResolvedOperation[],
): Promise<void> {
  const overrides = Object.fromEntries(generation.overrideLabels.map((label) => [label, false]));
  for (const resolved of recent) {
    if (validate(generation.apiSchema, resolved.document).length > 0) continue;
    // What cannot be planned now is told to who asks for it.
    await operations
      .of(resolved)
      .planned({ overrides, refused: '' })
      .catch(() => undefined);
  }
}

/** How composition writes an argument that is filled in from an object above. */
const CONTEXT_ARGUMENT = /\bcontextArguments:\s*\[\s*\{/;

const NOBODY: Credentials = { isAuthenticated: false, scopes: new Set() };

export type CallLimits = { deadline?: number | undefined; signal?: AbortSignal | undefined };

function askWith<Context>(
  transports: ReadonlyMap<string, Transport<Context>>,
  context: Context,
  { deadline, signal }: CallLimits = {},
): Run['ask'] {
  return (operation, variables) => {
    const transport = transports.get(operation.subgraph);
    if (!transport) throw new GraphQLError(`There is no subgraph ${operation.subgraph}.`);
    return transport({ operation, variables, context, deadline, signal });
  };
}
