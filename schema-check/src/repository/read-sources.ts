import { parseSupergraphConfig, type SubgraphSource } from '@nexus/gateway/composition/supergraph-config';
import { parseVariants } from '@nexus/gateway/composition/variants';
import { StartupError } from '@nexus/kit/startup-error';
import type { Sources } from '../graph/build-graph.ts';
import type { Files } from './files.ts';

/** Where a graph is declared. */
export type Declaration = { config: string; variants: string };

/** A subgraph whose schema is read from another file. */
export type Replacement = { subgraph: string; schema: string };

/** Reads all that a version of the graph is made of; StartupError when something of it is missing. */
export async function readSources(
  files: Files,
  { config, variants }: Declaration,
  replacement?: Replacement,
): Promise<Sources> {
  const declared = await files.read([config, variants]);
  const text = declared.get(config) ?? missing(files, config);
  const subgraphs = parseSupergraphConfig(config, text).map((subgraph) => replace(subgraph, replacement));
  if (replacement && !subgraphs.some(({ name }) => name === replacement.subgraph)) {
    const names = subgraphs.map(({ name }) => name).join(', ');
    throw new StartupError(`${config} has no subgraph "${replacement.subgraph}": it has ${names}.`);
  }
  const schemas = await files.read(subgraphs.map(({ file }) => file));
  const variantsText = declared.get(variants);
  return {
    subgraphs: subgraphs.map((subgraph) => ({
      ...subgraph,
      text: schemas.get(subgraph.file) ?? missing(files, subgraph.file),
    })),
    variants: variantsText === undefined ? {} : parseVariants(variants, variantsText),
  };
}

const replace = (source: SubgraphSource, replacement: Replacement | undefined): SubgraphSource =>
  source.name === replacement?.subgraph ? { ...source, file: replacement.schema } : source;

function missing({ name }: Files, path: string): never {
  throw new StartupError(`There is no ${path} in ${name}.`);
}
