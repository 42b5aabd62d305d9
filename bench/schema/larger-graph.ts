import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readSubgraph, type SubgraphText } from '@nexus/gateway/composition/parse-subgraph';
import { readSupergraphConfig } from '@nexus/gateway/composition/supergraph-config';
import type { Trusted } from '@nexus/schema-check/operations/read-trusted';
import { type DocumentNode, getOperationAST, parse, print } from 'graphql';
import { copyOfOperation, copyOfSchema } from './copies.ts';

/** A graph and what its clients ask. */
export type LargerGraph = { subgraphs: SubgraphText[]; operations: Trusted[] };

/** Our graph as often as `times` says, side by side under other names: each with its types, entities and operations. */
export async function largerGraph(times: number): Promise<LargerGraph> {
  const subgraphs = await Promise.all((await readSupergraphConfig('supergraph.yaml')).map(readSubgraph));
  const files = (await readdir('operations')).filter((file) => file.endsWith('.graphql')).sort();
  const documents = await Promise.all(
    files.map(async (file) => parse(await readFile(join('operations', file), 'utf8'))),
  );
  const copies = Array.from({ length: times - 1 }, (_, index) => `Copy${index + 2}`);
  return {
    subgraphs: [...subgraphs, ...copies.flatMap((copy) => subgraphs.map((subgraph) => copyOf(subgraph, copy)))],
    operations: [...documents, ...copies.flatMap((copy) => documents.map((one) => copyOfOperation(one, copy)))].map(
      trusted,
    ),
  };
}

/** The graph after a team has worked on it: a field of a post takes a sign-in, another one is new. */
export function changed({ subgraphs }: LargerGraph): SubgraphText[] {
  const field = '  text: String!';
  return subgraphs.map((subgraph) => {
    if (subgraph.name !== 'posts') return subgraph;
    const text = subgraph.text.replace(field, `${field} @authenticated\n  "How long the text is."\n  textLength: Int`);
    if (text === subgraph.text) throw new Error('The posts subgraph has no field "text" to change.');
    return { ...subgraph, text };
  });
}

function copyOf({ name, url, file, text }: SubgraphText, copy: string): SubgraphText {
  return { name: `${name}${copy}`, url, file: `${copy}/${file}`, text: print(copyOfSchema(parse(text), copy)) };
}

const trusted = (document: DocumentNode): Trusted => ({ name: getOperationAST(document)?.name?.value ?? '', document });
