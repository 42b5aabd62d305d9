import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { Logger } from '@nexus/kit/log';
import type { Environment } from '../gateway-config.ts';
import { depthRule } from '../protection/depth-rule.ts';
import { MAX_DEPTH, MAX_TOKENS, MAX_VALIDATION_ERRORS } from '../protection/limits.ts';
import { createErrorMask } from '../protection/mask-errors.ts';
import { noteRefusedDocuments } from './graphql-over-http.ts';
import type { RequestContext } from './request-context.ts';

export type Executor = ApolloServerOptionsWithGateway<RequestContext>['gateway'];

type ApolloConfig = { executor: Executor; environment: Environment; logger: Logger };

/** Apollo Server over an executor: parses, validates and limits operations, masks errors, reports nothing to anyone. */
export function createApollo({ executor, environment, logger }: ApolloConfig): ApolloServer<RequestContext> {
  const isProduction = environment === 'production';
  return new ApolloServer<RequestContext>({
    gateway: executor,
    nodeEnv: environment,
    introspection: !isProduction,
    hideSchemaDetailsFromClientErrors: isProduction,
    includeStacktraceInErrorResponses: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: MAX_TOKENS },
    validationRules: [depthRule(MAX_DEPTH)],
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    maxRecursiveSelections: true,
    formatError: createErrorMask({ environment, logger }),
    plugins: [
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
