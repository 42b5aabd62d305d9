import { EARLIEST, LATEST } from './clamp-time.ts';
import { invalid } from './errors.ts';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;
const CURSOR_VERSION = '1';

/** A position in a list: the sort key and the id that breaks ties. */
export type Position = { at: Date; id: string };
/** Before and after every row of a list by time. */
export const FIRST_POSITION: Position = { at: EARLIEST, id: '00000000-0000-0000-0000-000000000000' };
export const LAST_POSITION: Position = { at: LATEST, id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

/** One page to read: `first` rows after `after`. */
export type Page<After = Position> = { first: number; after?: After };

export type Edge<Node, Extra = unknown> = { cursor: string; node: Node } & Extra;
export type PageInfo = {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
};
export type Connection<Node, Extra = unknown> = { edges: Edge<Node, Extra>[]; pageInfo: PageInfo };
/** How long the whole list is, is counted only when somebody asks; null where it is not told. */
export type CountedConnection<Node> = Connection<Node> & { totalCount: (() => Promise<number>) | null };

/** Arguments of a Relay connection as a page; `first` is 1–100, a foreign or broken cursor is BAD_USER_INPUT. */
export function readPage(args: { first?: number | null; after?: string | null }): Page {
  return readPageBy(args, decodePosition);
}

/** The same for lists with another sort key: `decode` gets the cursor's parts. */
export function readPageBy<After>(
  { first, after }: { first?: number | null; after?: string | null },
  decode: (parts: string[]) => After | undefined,
): Page<After> {
  const size = first ?? DEFAULT_PAGE;
  if (size < 1 || size > MAX_PAGE) throw invalid('first', `Ask for 1 to ${MAX_PAGE} items at a time.`);
  if (after == null) return { first: size };
  const position = decode(decodeCursor(after));
  if (position === undefined) throw invalid('after', 'This is not a cursor of this list.');
  return { first: size, after: position };
}

/** An opaque, versioned cursor of the given parts. */
export function encodeCursor(...parts: (string | number)[]): string {
  return Buffer.from([CURSOR_VERSION, ...parts].join('|')).toString('base64url');
}

/** The cursor of a row ordered by (time, id). */
export const encodePosition = ({ at, id }: Position): string => encodeCursor(at.getTime(), id);

/**
 * A connection of rows read with one row more than asked.
 * The extra row is never shown; its presence answers hasNextPage.
 */
export function toConnection<Row, Extra = unknown>(
  rows: readonly Row[],
  page: Page<unknown>,
  toEdge: (row: Row) => Edge<Row, Extra>,
): Connection<Row, Extra> {
  const edges = rows.slice(0, page.first).map(toEdge);
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== undefined,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a cursor part is a UUID: parts reach SQL only when they are what they claim. */
export const isUuid = (text: string | undefined): text is string => text !== undefined && UUID.test(text);

/** A (time, id) position from a cursor's parts; undefined when they are none. */
export function decodePosition([time, id]: string[]): Position | undefined {
  const at = Number(time);
  return Number.isInteger(at) && at >= EARLIEST.getTime() && at <= LATEST.getTime() && isUuid(id)
    ? { at: new Date(at), id }
    : undefined;
}

function decodeCursor(cursor: string): string[] {
  const [version, ...parts] = Buffer.from(cursor, 'base64url').toString().split('|');
  if (version !== CURSOR_VERSION) throw invalid('after', 'This is not a cursor of this list.');
  return parts;
}
