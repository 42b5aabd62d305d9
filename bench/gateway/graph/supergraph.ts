import { composeServices } from '@apollo/composition';
import type { ServiceDefinition } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { SUBGRAPHS, sdlOf } from './names.ts';

/** The supergraph of the four subgraphs, listening on these ports, and of others beside them. */
export function composeSupergraph(ports: readonly number[], others: readonly ServiceDefinition[] = []): string {
  const services = SUBGRAPHS.map((name, index) => ({
    name,
    url: `http://127.0.0.1:${ports[index]}/graphql`,
    typeDefs: parse(sdlOf(name)),
  }));
  const { supergraphSdl, errors = [] } = composeServices([...services, ...others]);
  if (supergraphSdl === undefined) throw new Error(errors.map(({ message }) => message).join('\n'));
  return supergraphSdl;
}
