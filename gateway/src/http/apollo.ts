import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@nexus/kit/log';
import type { Gateway } from '../executor/gateway.ts';
import { createBoundedCache } from '../protection/bounded-cache.ts';
import { noIntrospection } from '../protection/introspection.ts';
import type { Limits } from '../protection/limits.ts';
import { createErrorMask } from '../protection/mask-errors.ts';
import type { Points } from '../protection/points.ts';
import { protect } from '../protection/protect.ts';
import type { TrustedDocuments } from '../protection/trusted-documents.ts';
import type { DocumentStore } from './document-store.ts';
import { noteRefusedDocuments } from './graphql-over-http.ts';
import type { RequestContext } from './request-context.ts';
import { stringifyResult } from './stringify-result.ts';

type ApolloConfig = {
  executor: Gateway;
  documents: DocumentStore;
  limits: Limits;
  /** Root fields of mutations that may be asked only once in an operation. */
  oncePerOperation: readonly string[];
  trustedDocuments?: TrustedDocuments | undefined;
  points?: Points | undefined;
  /** Whether clients may ask for the schema. */
  introspection: boolean;
  isDevelopment: boolean;
  logger: Logger;
};

const PERSISTED_QUERIES = { entries: 10_000, size: 10_000_000, sizeOf: (text: string) => text.length };

/** Apollo Server over an executor: parses, validates and limits operations, masks errors, reports nothing to anyone. */
export function createApollo(config: ApolloConfig): ApolloServer<RequestContext> {
  const { executor, limits, oncePerOperation, trustedDocuments, points, introspection, isDevelopment, logger } = config;
  const { costsOf } = executor;
  return new ApolloServer<RequestContext>({
    gateway: executor,
    nodeEnv: isDevelopment ? 'development' : 'production',
    // In production our own rule stands in for Apollo's: `__type` may be asked, and there is none.
    introspection: true,
    validationRules: introspection ? [] : [noIntrospection],
    validationOptions: { maxErrors: limits.validationErrors },
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: limits.batch > 0,
    parseOptions: { maxTokens: limits.tokens },
    documentStore: config.documents,
    persistedQueries: { cache: createBoundedCache(PERSISTED_QUERIES) },
    formatError: createErrorMask({ isDevelopment, logger }),
    stringifyResult,
    plugins: [
      protect({ limits, oncePerOperation, introspection, trustedDocuments, points, costsOf, logger }),
      noteRefusedDocuments,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
    stopOnTerminationSignals: false,
    logger,
  });
}
