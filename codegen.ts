import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Which row stands behind which GraphQL type: what its resolvers get as their parent, and what others must return for
 * it, as `./tables.ts#PostRow`. A type that another subgraph owns is only its key.
 */
const ROWS = {
  users: {},
  posts: {
    Post: './tables.ts#PostRow',
    User: '{ id: string }',
  },
  interactions: {
    Post: '{ id: string }',
    User: '{ id: string }',
  },
};

const config: CodegenConfig = {
  generates: Object.fromEntries(Object.entries(ROWS).map(([name, rows]) => [typesOf(name), typedBy(name, rows)])),
  // A schema that does not parse stops its own subgraph's types only.
  allowPartialOutputs: true,
};

export default config;

function typesOf(subgraph: string): string {
  return `subgraphs/${subgraph}/src/resolvers.generated.ts`;
}

function typedBy(subgraph: string, rows: Record<string, string>): CodegenConfig['generates'][string] {
  return {
    schema: `subgraphs/${subgraph}/schema.graphql`,
    plugins: ['typescript', 'typescript-resolvers'],
    config: {
      contextType: './context.ts#Context',
      mappers: rows,
      // What kit/scalars.ts makes of them.
      scalars: {
        ID: { input: 'string', output: 'string' },
        DateTime: { input: 'Date', output: 'Date' },
        URL: { input: 'URL', output: 'string' },
        _FieldSet: 'string',
      },
      strictScalars: true,
      federation: true,
      enumsAsTypes: true,
      useTypeImports: true,
      // A resolver's arguments with a default are never undefined.
      avoidOptionals: { defaultValue: true },
    },
  };
}
