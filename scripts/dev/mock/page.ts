import { numberFrom } from './seed.ts';

/** A page of a connection, or the items of a list: places from `from` to before `to` of `total`. */
export type Page = { from: number; to: number; total: number };

type Arguments = Readonly<Record<string, unknown>>;

/** Said which page of a list is meant, and no part of what the list is. */
const PAGING = ['first', 'last', 'after', 'before', 'limit', 'offset'];
const FEW = 4;

/** Which page the arguments ask for, of 4 to 8 items that there are. */
export function pageOf(args: Arguments, seed: string): Page {
  const total = FEW + numberFrom(`${seed} total`, FEW + 1);
  const { after, before } = args;
  const start = Math.min(placeOf(after) ?? -1, total) + 1;
  const end = Math.min(placeOf(before) ?? total, total);
  const [first, last] = [countOf(args.first ?? args.limit), countOf(args.last)];
  const to = first === undefined ? end : Math.min(end, start + first);
  const from = last === undefined || first !== undefined ? start : Math.max(start, to - last);
  return { from: Math.min(from, to), to, total };
}

const countOf = (value: unknown) => (typeof value === 'number' && value >= 0 ? value : undefined);

/** The cursor of a place in a connection. */
export const cursorOf = (place: number): string => Buffer.from(`mock:${place}`).toString('base64url');

function placeOf(cursor: unknown): number | undefined {
  const place =
    typeof cursor === 'string' &&
    Buffer.from(cursor, 'base64url')
      .toString()
      .match(/^mock:(\d+)$/)?.[1];
  return place ? Number(place) : undefined;
}

/** What arguments add to a seed: pages of one list are pieces of the same list. */
export function seedOfArguments(args: Arguments): string {
  const telling = Object.entries(args).filter(([name, value]) => !PAGING.includes(name) && value !== undefined);
  return telling.length === 0 ? '' : JSON.stringify(telling.sort(([one], [other]) => (one < other ? -1 : 1)));
}
