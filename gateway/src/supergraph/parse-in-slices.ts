import { type DefinitionNode, type DocumentNode, Kind, TokenKind } from 'graphql';
import { Parser } from 'graphql/language/parser.js';
import { createPauses } from './pauses.ts';

/** What graphql's `parse` makes of an SDL, without locations and without holding up requests. */
export async function parseInSlices(sdl: string): Promise<DocumentNode> {
  const pause = createPauses();
  const parser = new Parser(sdl, { noLocation: true });
  const definitions: DefinitionNode[] = [];
  parser.expectToken(TokenKind.SOF);
  do {
    definitions.push(parser.parseDefinition());
    await pause();
  } while (!parser.expectOptionalToken(TokenKind.EOF));
  return { kind: Kind.DOCUMENT, definitions };
}
