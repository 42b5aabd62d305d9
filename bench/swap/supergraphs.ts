import { parse } from 'graphql';
import { composeSupergraph } from '../gateway/graph/supergraph.ts';

const TYPES = 120;
const FIELDS = 8;

/** What an operation asks for to be valid on one version only; nothing is fetched for it. */
export const askVersion = (version: number): string => `{ version_${version} @skip(if: true) }`;

/**
 * Supergraphs over the subgraphs at these ports, as large as the one of Nexus, with prices on fields; each version has a
 * field of its own.
 */
export function createSupergraphs(ports: readonly number[]): (version: number) => string {
  const filler = { name: 'filler', url: 'http://127.0.0.1:1/graphql', typeDefs: parse(fillerSdl()) };
  const sdl = composeSupergraph(ports, [filler]);
  return (version) => sdl.replaceAll('version_0', `version_${version}`);
}

function fillerSdl(): string {
  const fields = Array.from(
    { length: FIELDS },
    (_, field) => `"Field ${field}." field${field}(first: Int = 20): String @cost(weight: ${field})`,
  );
  const types = Array.from(
    { length: TYPES },
    (_, type) => `"Type ${type}." type Filler${type} { ${fields.join(' ')} }`,
  );
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@cost"])
    type Query { version_0: Int }
    ${types.join('\n')}`;
}
