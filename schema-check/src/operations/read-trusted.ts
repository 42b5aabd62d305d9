import { StartupError } from '@nexus/kit/startup-error';
import { type DocumentNode, GraphQLError, Kind, parse, Source, separateOperations } from 'graphql';
import type { Files } from '../repository/files.ts';

/** An operation of a file and the fragments that it uses. */
export type Trusted = { name: string; document: DocumentNode };

/** The operations that lie in a folder; fragments may lie in a file of their own. StartupError where one is no GraphQL. */
export async function readTrusted(files: Files, folder: string): Promise<Trusted[]> {
  const paths = files.list(folder);
  const texts = await files.read(paths);
  const definitions = [...texts].flatMap(([path, text]) => parseIn(files, path, text).definitions);
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return operations.flatMap((operation) =>
    Object.entries(separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] })).map(
      ([name, document]) => ({ name, document }),
    ),
  );
}

function parseIn({ name }: Files, path: string, text: string): DocumentNode {
  try {
    return parse(new Source(text, path));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const [place] = error.locations ?? [];
    throw new StartupError(`${path}:${place?.line}:${place?.column} in ${name}: ${error.message}`);
  }
}
