import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@nexus/kit/log';
import { depthRule } from '../protection/depth-rule.ts';
import { limitOperation } from '../protection/limit-operation.ts';
import { MAX_DEPTH, MAX_SELECTIONS, MAX_TOKENS, MAX_VALIDATION_ERRORS } from '../protection/limits.ts';
import { createErrorMask } from '../protection/mask-errors.ts';
import { requireOperation } from '../protection/require-operation.ts';
import { noteRefusedDocuments } from './graphql-over-http.ts';
import type { RequestContext } from './request-context.ts';

export type Executor = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

type ApolloConfig = { executor: Executor; oncePerOperation: readonly string[]; isDevelopment: boolean; logger: Logger };

/** Apollo Server over an executor: parses, validates and limits operations, masks errors, reports nothing to anyone. */
export function createApollo(config: ApolloConfig): ApolloServer<RequestContext> {
  const { executor, oncePerOperation, isDevelopment, logger } = config;
  return new ApolloServer<RequestContext>({
    gateway: executor,
    nodeEnv: isDevelopment ? 'development' : 'production',
    introspection: isDevelopment,
    hideSchemaDetailsFromClientErrors: !isDevelopment,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [depthRule(MAX_DEPTH)],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    maxRecursiveSelections: MAX_SELECTIONS,
    formatError: createErrorMask({ isDevelopment, logger }),
    plugins: [
      requireOperation,
      limitOperation(oncePerOperation),
      noteRefusedDocuments,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
    stopOnTerminationSignals: false,
    logger,
  });
}
