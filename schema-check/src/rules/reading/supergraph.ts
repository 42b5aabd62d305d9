import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import type { Composed } from '../../change.ts';
import { remembered } from './remembered.ts';

/** The supergraph itself, with what clients do not see and with the directives that say who resolves what. */
export const supergraphOf = remembered(
  ({ supergraph }: Composed): GraphQLSchema =>
    buildASTSchema(parse(supergraph, { noLocation: true }), { assumeValid: true }),
);
