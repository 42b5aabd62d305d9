import { buildSubgraph, errorCauses, type Subgraph } from '@apollo/federation-internals';
import { findDefinedTwice } from './defined-twice.ts';
import { type ParsedSubgraph, parseSubgraph, type SubgraphText } from './parse-subgraph.ts';
import { type Problem, problemOfError } from './problem.ts';

/** A subgraph that is valid by itself, as composition takes it; or what is wrong with it. */
export type BuiltSubgraph = { parsed: ParsedSubgraph; subgraph: Subgraph } | { problems: Problem[] };

/** The last of each name: of all subgraphs mostly one was changed, and building takes a third of a composition. */
const known = new Map<string, { source: SubgraphText; built: BuiltSubgraph }>();

/** Builds a subgraph, unless the one of its name that was built last is the same. Composition does not change it. */
export function buildOnce(source: SubgraphText): BuiltSubgraph {
  const last = known.get(source.name);
  if (last && isSame(last.source, source)) return last.built;
  const built = build(source);
  known.set(source.name, { source, built });
  return built;
}

const isSame = (one: SubgraphText, other: SubgraphText): boolean =>
  one.text === other.text && one.url === other.url && one.file === other.file;

function build(source: SubgraphText): BuiltSubgraph {
  const parsed = parseSubgraph(source);
  if ('message' in parsed) return { problems: [parsed] };
  const twice = findDefinedTwice(parsed);
  if (twice.length > 0) return { problems: twice };
  try {
    return { parsed, subgraph: buildSubgraph(parsed.name, parsed.url, parsed.document) };
  } catch (error) {
    const causes = error instanceof Error ? errorCauses(error) : undefined;
    if (causes === undefined) throw error;
    return { problems: causes.map((cause) => problemOfError([parsed], cause)) };
  }
}
