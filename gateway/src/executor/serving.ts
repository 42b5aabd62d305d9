import {
  type ExecutionResult,
  GraphQLError,
  getVariableValues,
  type OperationDefinitionNode,
  OperationTypeNode,
  validate,
} from 'graphql';
import { createAuthorization } from '../authorization/authorization.ts';
import type { Credentials } from '../authorization/credentials.ts';
import type { Generation } from '../supergraph/generation.ts';
import { createPauses } from '../supergraph/pauses.ts';
import type { GatewayOptions } from './gateway-options.ts';
import { createOperations, type Operations, type RecentOperation, type ResolvedOperation } from './operations.ts';
import { createOverrides } from './overrides.ts';
import type { Run } from './plan/run.ts';
import type { Transport } from './transport.ts';

/** A generation at work: it executes operations until the last one that began on it has ended. */
export type Serving<Context> = {
  generation: Generation;
  operations: Operations;
  execute(asked: AskedOperation<Context>): Promise<ExecutionResult>;
  /** Plans what another generation was asked most recently, before this one is asked. */
  warmUp(recent: readonly RecentOperation[]): Promise<void>;
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
  const { maxOperations = 1_000, transport, decideOverride, limitsOf, credentialsOf = () => NOBODY } = options;
  if (CONTEXT_ARGUMENT.test(generation.sdl)) throw new Error('it uses @fromContext, which is not supported here');
  const authorization = generation.rules && createAuthorization(generation.rules, options.authorization);
  const operations = createOperations(generation, authorization, maxOperations);
  const overridesFor = createOverrides(generation.overrideLabels, decideOverride);
  const transports = new Map(generation.subgraphs.map((address) => [address.name, transport(address)]));
  let inFlight = 0;
  let isRetired = false;
  const closeIfIdle = () => isRetired && inFlight === 0 && void generation.close();

  async function execute({ resolved, variables, context }: AskedOperation<Context>): Promise<ExecutionResult> {
    const { operation } = resolved;
    const { rules, conditions, planned } = operations.of(resolved);
    const definitions = operation.variableDefinitions ?? [];
    const { coerced, errors } = getVariableValues(generation.apiSchema, definitions, variables, {
      maxErrors: MAX_VARIABLE_ERRORS,
    });
    if (!coerced) return { errors };
    const { compiled, plan } = await planned({
      overrides: overridesFor(context),
      refused: rules ? await rules.refusedFor(credentialsOf(context)) : '',
      conditions: conditions.areFew ? conditions.keyOf(coerced) : '',
    });
    const ask = askWith(transports, context, limitsFor(operation, limitsOf?.(context)));
    const result = await compiled.execute({ variables, coerced, ask });
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
    warmUp: (recent) => warmUp({ generation, operations, onWarm: options.onWarm }, recent),
    retire() {
      isRetired = true;
      closeIfIdle();
    },
  };
}

async function warmUp({ generation, operations, onWarm }: Warming, recent: readonly RecentOperation[]): Promise<void> {
  const pause = createPauses();
  for (const { resolved, variant } of recent) {
    await pause();
    if (validate(generation.apiSchema, resolved.document).length > 0) continue;
    onWarm?.(generation.apiHash, resolved);
    const labels = generation.overrideLabels.map((label) => [label, variant.overrides[label] ?? false]);
    const { planned, rules } = operations.of(resolved);
    // The key of what was refused is the old supergraph's; most who are refused something are nobody.
    const refused = variant.refused === '' ? '' : ((await rules?.refusedFor(NOBODY)) ?? '');
    // What cannot be planned now is told to who asks for it.
    await planned({ ...variant, refused, overrides: Object.fromEntries(labels) }).catch(() => undefined);
  }
}

type Warming = Pick<Serving<never>, 'generation' | 'operations'> & {
  onWarm: GatewayOptions<never>['onWarm'] | undefined;
};

/** Each prints the value that was sent: enough to mend it, too few to make the server write essays. */
const MAX_VARIABLE_ERRORS = 5;

/** How composition writes an argument that is filled in from an object above. */
const CONTEXT_ARGUMENT = /\bcontextArguments:\s*\[\s*\{/;

const NOBODY: Credentials = { isAuthenticated: false, scopes: new Set() };

export type CallLimits = { deadline?: number | undefined; signal?: AbortSignal | undefined };

/** A change is not given up when the client leaves: the ones after it are made too. */
function limitsFor({ operation }: OperationDefinitionNode, limits: CallLimits = {}): CallLimits {
  return operation === OperationTypeNode.MUTATION ? { ...limits, signal: undefined } : limits;
}

function askWith<Context>(
  transports: ReadonlyMap<string, Transport<Context>>,
  context: Context,
  { deadline, signal }: CallLimits,
): Run['ask'] {
  return (operation, variables) => {
    const transport = transports.get(operation.subgraph);
    if (!transport) throw new GraphQLError(`There is no subgraph ${operation.subgraph}.`);
    return transport({ operation, variables, context, deadline, signal });
  };
}
