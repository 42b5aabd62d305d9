import type { CompositionSuccess } from '@apollo/composition';
import { type ASTNode, type GraphQLError, getLocation } from 'graphql';
import { findMentioned } from './mentions.ts';
import type { ParsedSubgraph } from './parse-subgraph.ts';

type Place = { subgraph: string; file: string; line: number; column: number };

/** What composition has to say: an error stops it, a hint does not. Places are 1-based. */
export type Problem = { level: 'error' | 'hint'; code: string; message: string; places: Place[] };

/** The problem behind a composition error. */
export function problemOfError(subgraphs: readonly ParsedSubgraph[], error: GraphQLError): Problem {
  const { message, nodes, extensions } = error;
  return { level: 'error', code: String(extensions.code), message, places: placesOf(subgraphs, { message, nodes }) };
}

/** The problem behind a composition hint. */
export function problemOfHint(
  subgraphs: readonly ParsedSubgraph[],
  hint: CompositionSuccess['hints'][number],
): Problem {
  const { message, nodes, definition } = hint;
  return { level: 'hint', code: definition.code, message, places: placesOf(subgraphs, { message, nodes }) };
}

/** One problem for a terminal: `file:line:column [subgraph]` of each place, then what is wrong there. */
export function printProblem({ level, code, message, places }: Problem): string {
  const where = places.map(({ subgraph, file, line, column }) => `${file}:${line}:${column} [${subgraph}]\n`);
  return `${where.join('')}  ${level} ${code}: ${message.replaceAll('\n', '\n  ')}`;
}

type Complaint = { message: string; nodes: readonly ASTNode[] | undefined };

/** Not every complaint comes with the nodes it is about; the names in its message lead to them. */
function placesOf(subgraphs: readonly ParsedSubgraph[], { message, nodes }: Complaint): Place[] {
  const about = nodes?.some(({ loc }) => loc) ? nodes : findMentioned(subgraphs, message);
  return about.flatMap(({ loc }) => {
    if (!loc) return [];
    const file = loc.source.name;
    const subgraph = subgraphs.find((candidate) => candidate.file === file)?.name ?? '';
    return { subgraph, file, ...getLocation(loc.source, loc.start) };
  });
}
