import {
  defaultPrintOptions,
  printSchema,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { buildSchema, type GraphQLSchema } from 'graphql';

/** What clients see of a composed supergraph. */
export function apiSchemaOf(supergraph: string): GraphQLSchema {
  const options = { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, validateSupergraph: false };
  const api = Supergraph.build(supergraph, options).apiSchema();
  return buildSchema(printSchema(api, { ...defaultPrintOptions, mergeTypesAndExtensions: true }), {
    assumeValid: true,
  });
}
