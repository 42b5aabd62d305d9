import { compose, validateSatisfiability } from '@apollo/composition';
import { Subgraphs } from '@apollo/federation-internals';
import { reasonOf } from '@nexus/kit/reasons';
import { type BuiltSubgraph, buildOnce } from './built-subgraph.ts';
import { readSubgraph, type SubgraphText } from './parse-subgraph.ts';
import { type Problem, problemOfError, problemOfHint } from './problem.ts';
import { readSupergraphConfig } from './supergraph-config.ts';

/** `supergraph` is undefined when one of the problems is an error. */
export type Composition = { supergraph: string | undefined; problems: Problem[] };

/** Composes the subgraphs of a supergraph.yaml; StartupError when a file cannot be read. */
export async function composeSupergraph(configFile: string): Promise<Composition> {
  const sources = await readSupergraphConfig(configFile);
  return composeSubgraphs(await Promise.all(sources.map(readSubgraph)));
}

type Merged = (supergraph: string) => void;

/**
 * Composes subgraphs from the text of their schemas. `onMerged` is told of a supergraph whose every field is known before
 * it is known that each can be reached, for whoever wants to load it meanwhile.
 */
export function composeSubgraphs(texts: readonly SubgraphText[], onMerged?: Merged): Composition {
  try {
    const built = texts.map(buildOnce);
    const problems = built.flatMap((one) => ('problems' in one ? one.problems : []));
    if (problems.length > 0) return { supergraph: undefined, problems };
    return composeBuilt(
      built.filter((one) => 'subgraph' in one),
      onMerged,
    );
  } catch (error) {
    // Of some schemas composition does not say what is wrong, it throws.
    const problem: Problem = { level: 'error', code: 'NOT_COMPOSED', message: reasonOf(error), places: [] };
    return { supergraph: undefined, problems: [problem] };
  }
}

function composeBuilt(built: readonly Extract<BuiltSubgraph, { parsed: unknown }>[], onMerged?: Merged): Composition {
  const subgraphs = built.map(({ parsed }) => parsed);
  const together = new Subgraphs();
  for (const { subgraph } of built) together.add(subgraph);
  const merged = compose(together, { runSatisfiability: false });
  const supergraph = merged.supergraphSdl && `${merged.supergraphSdl.trimEnd()}\n`;
  if (supergraph !== undefined) onMerged?.(supergraph);
  const reached = merged.schema ? validateSatisfiability({ supergraphSchema: merged.schema }) : {};
  const errors = merged.errors ?? reached.errors ?? [];
  const hints = [...(merged.hints ?? []), ...(reached.hints ?? [])];
  const problems = [
    ...errors.map((error) => problemOfError(subgraphs, error)),
    // Hints on what does not compose are in the way.
    ...(errors.length > 0 ? [] : hints).map((hint) => problemOfHint(subgraphs, hint)),
  ];
  return { supergraph: errors.length > 0 ? undefined : supergraph, problems };
}
