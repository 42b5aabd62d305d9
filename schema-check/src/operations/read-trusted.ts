import { StartupError } from '@nexus/kit/startup-error';
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  Kind,
  parse,
  Source,
  separateOperations,
} from 'graphql';
import type { Files } from '../repository/files.ts';

/** An operation of a file and the fragments that it uses. */
export type Trusted = { name: string; document: DocumentNode };

/** The operations that lie in a folder; fragments may lie in a file of their own. StartupError where one is no GraphQL. */
export const readTrusted = (files: Files, folder: string): Promise<Trusted[]> =>
  readOperations(files, folder, (path, { message, locations }) => {
    const [place] = locations ?? [];
    throw new StartupError(`${path}:${place?.line}:${place?.column} in ${files.name}: ${message}`);
  });

/** The operations that lay in a folder; what is no GraphQL was never sent, and cannot be mended there any more. */
export const readFormerlyTrusted = (files: Files, folder: string): Promise<Trusted[]> =>
  readOperations(files, folder, () => []);

type OnBroken = (path: string, error: GraphQLError) => readonly DefinitionNode[];

async function readOperations(files: Files, folder: string, onBroken: OnBroken): Promise<Trusted[]> {
  const texts = await files.read(files.list(folder));
  const definitions = [...texts].map(([path, text]) => definitionsIn(path, text, onBroken));
  const everywhere = definitions.flatMap(fragmentsIn);
  return definitions.flatMap((own) => operationsIn(own, everywhere));
}

function definitionsIn(path: string, text: string, onBroken: OnBroken): readonly DefinitionNode[] {
  // The language knows no document without definitions; a file may be a note, or wait for its operation.
  if (text.replace(/#.*/g, '').trim() === '') return [];
  try {
    return parse(new Source(text, path)).definitions;
  } catch (error) {
    if (error instanceof GraphQLError) return onBroken(path, error);
    throw error;
  }
}

const fragmentsIn = (definitions: readonly DefinitionNode[]): FragmentDefinitionNode[] =>
  definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);

/** The operations of a file, each with its fragments: of two with one name that of the file, or else the first. */
function operationsIn(own: readonly DefinitionNode[], everywhere: readonly FragmentDefinitionNode[]): Trusted[] {
  const byName = [...everywhere.toReversed(), ...fragmentsIn(own)].map((node) => [node.name.value, node] as const);
  const fragments = [...new Map(byName).values()];
  return own
    .filter(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    .flatMap((operation) =>
      Object.entries(separateOperations({ kind: Kind.DOCUMENT, definitions: [operation, ...fragments] })),
    )
    .map(([name, document]) => ({ name, document }));
}
