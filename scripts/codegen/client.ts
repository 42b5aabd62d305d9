import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, parse, validate } from 'graphql';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What clients see, of the least variant and of the whole: each operation is typed by the least that knows it. */
const VARIANTS = ['public', 'internal'];

type Outputs = CodegenConfig['generates'];

/** The typed client: a file of operations for each variant, and which types stand behind interfaces and unions. */
export function clientOutputs(): Outputs {
  const taken = new Set<string>();
  const outputs: Outputs = {};
  for (const variant of VARIANTS) {
    const documents = operationsOf(variant).filter((file) => !taken.has(file));
    for (const file of documents) taken.add(file);
    outputs[`client/src/${variant}.generated.ts`] = operationsIn(schemaOf(variant), documents);
  }
  outputs['client/src/possible-types.generated.ts'] = {
    schema: schemaOf('public'),
    plugins: ['fragment-matcher'],
    config: { useExplicitTyping: true, federation: false },
  };
  return outputs;
}

const schemaOf = (variant: string) => `gateway/schemas/${variant}.api.graphql`;

function operationsOf(variant: string): string[] {
  const schema = buildSchema(readFileSync(ROOT + schemaOf(variant), 'utf8'), { assumeValid: true });
  const files = globSync('operations/*.graphql', { cwd: ROOT }).sort();
  return files.filter((file) => validate(schema, parse(readFileSync(ROOT + file, 'utf8'))).length === 0);
}

function operationsIn(schema: string, documents: string[]): Outputs[string] {
  return {
    schema,
    documents,
    plugins: ['typescript-operations', 'typed-document-node'],
    config: {
      // What JSON has for each.
      scalars: { ID: 'string', DateTime: 'string', URL: 'string' },
      strictScalars: true,
      enumsAsTypes: true,
      useTypeImports: true,
      documentVariableSuffix: '',
      fragmentVariableSuffix: 'Fragment',
      // The text of a document is what its id is made of: nothing is added to it and nothing left out.
      dedupeFragments: false,
    },
  };
}
