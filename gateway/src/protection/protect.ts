import type {
  ApolloServerPlugin,
  GraphQLRequest,
  GraphQLRequestContext,
  GraphQLRequestContextResponseForOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import type { Logger } from '@nexus/kit/log';
import type { GraphQLError, GraphQLSchema } from 'graphql';
import type { RequestContext } from '../http/request-context.ts';
import { type Admission, createAdmit } from './admission.ts';
import { createBatchLimit } from './batch-limit.ts';
import { createCheck } from './checked-operation.ts';
import type { CostDirectives } from './cost/cost-directives.ts';
import { asksForCost, reportCost } from './cost-report.ts';
import { answerWithoutTypes } from './introspection.ts';
import type { Limits } from './limits.ts';
import type { Points } from './points.ts';
import { createScreen, type Screen } from './screen-document.ts';
import { createResolveDocument, type TrustedDocuments } from './trusted-documents.ts';

export type Protection = {
  limits: Limits;
  /** Root fields of mutations that may be asked only once in an operation. */
  oncePerOperation: readonly string[];
  /** False: `__type` is answered null. Validation refuses all other introspection. */
  introspection: boolean;
  trustedDocuments: TrustedDocuments | undefined;
  /** Undefined: operations are limited one by one only. */
  points: Points | undefined;
  /** What the supergraph behind what clients see says of costs. */
  costsOf(apiSchema: GraphQLSchema): CostDirectives | undefined;
  logger: Logger;
};

type Listener = GraphQLRequestListener<RequestContext>;
type OperationContext = GraphQLRequestContextResponseForOperation<RequestContext>;

/**
 * Guards Apollo Server, in one plugin because each costs every request time: trusted documents, limits, cost, points.
 * What depends on a document alone is worked out once for it.
 */
export function protect(protection: Protection): ApolloServerPlugin<RequestContext> {
  const { limits, oncePerOperation, points, trustedDocuments, costsOf, logger } = protection;
  const refuseLongBatch = createBatchLimit(limits.batch);
  const check = createCheck({ limits, costsOf });
  const screen = createScreen({ limits, oncePerOperation });
  const admit = createAdmit({ screen, check, maxCost: limits.cost, points });
  const resolveDocument = trustedDocuments && createResolveDocument(trustedDocuments, logger);
  const screened: Listener = {
    parsingDidStart: async (context) => async () => screenParsed(context, screen),
    didEncounterErrors: forbidCaching,
    ...(!protection.introspection && { responseForOperation: answerTypes }),
  };
  const listener: Listener = { ...screened, didResolveOperation: async (context) => void (await admit(context)) };

  async function answerTypes({ document, operation, schema, response }: OperationContext) {
    if (!check({ document, operation }, schema).asksForTypesOnly) return null;
    return { http: response.http, body: singleAnswer(answerWithoutTypes(schema, operation)) };
  }

  function reporting(): Listener {
    let admission: Admission | undefined;
    return {
      ...screened,
      async didResolveOperation(context) {
        admission = await admit(context);
      },
      async willSendResponse({ response: { body } }) {
        if (!admission || body.kind !== 'single') return;
        const cost = await reportCost(admission, body.singleResult.data, { maxCost: limits.cost, points });
        body.singleResult.extensions = { ...body.singleResult.extensions, cost };
      },
    };
  }

  return {
    async requestDidStart(context) {
      const { request, response } = context;
      response.http.headers.set('cache-control', 'no-store');
      const refusal = refuseLongBatch(context) ?? resolveDocument?.(request);
      if (refusal) return refusing(request, refusal);
      return asksForCost(request.http) ? reporting() : listener;
    },
  };
}

function screenParsed(context: Pick<GraphQLRequestContext<RequestContext>, 'document'>, screen: Screen): void {
  // Read-only by its type, but Apollo Server reads it again before it validates.
  if (context.document) Object.assign(context, { document: screen.admit(context.document) });
}

/** What went wrong for one, e.g. because it is not for them, may go well for another. */
async function forbidCaching({ contextValue }: Pick<OperationContext, 'contextValue'>): Promise<void> {
  if (contextValue.responseHeaders) contextValue.responseHeaders['cache-control'] = 'no-store';
}

const singleAnswer = (data: Record<string, unknown>) => ({ kind: 'single' as const, singleResult: { data } });

/** Apollo Server cannot refuse before it parses: it gets the smallest document instead, and then refuses that. */
function refusing(request: GraphQLRequest, refusal: GraphQLError): Listener {
  request.query = '{ __typename }';
  delete request.operationName;
  delete request.extensions;
  return {
    async didResolveOperation() {
      throw refusal;
    },
  };
}
