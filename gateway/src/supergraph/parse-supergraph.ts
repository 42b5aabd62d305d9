import { reasonOf } from '@nexus/kit/reasons';
import { type DocumentNode, GraphQLError, parse } from 'graphql';

/** The syntax tree of a supergraph; throws the reason and the place in one line where it is no GraphQL. */
export function parseSupergraph(sdl: string): DocumentNode {
  try {
    return parse(sdl, { noLocation: true });
  } catch (error) {
    const [place] = (error instanceof GraphQLError && error.locations) || [];
    throw new Error(
      `${reasonOf(error).split('\n', 1)[0]}${place ? ` (line ${place.line}, column ${place.column})` : ''}`,
    );
  }
}
