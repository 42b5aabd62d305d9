import { GraphQLDateTimeISO, GraphQLURL } from 'graphql-scalars';

/** The custom scalars every subgraph declares: `DateTime` (UTC, milliseconds; a Date in code) and `URL`. */
export const scalarResolvers = { DateTime: GraphQLDateTimeISO, URL: GraphQLURL };
