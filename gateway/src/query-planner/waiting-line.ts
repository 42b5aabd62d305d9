/** What waits for its turn. */
export type WaitingLine<Item> = {
  add(item: Item): void;
  /** Takes out whose turn it is. */
  next(): Item | undefined;
  /** Takes out the smallest, if it is smaller than this. */
  nextBelow(size: number): Item | undefined;
  /** Takes out one that waits no longer; false if it had its turn already. */
  leave(item: Item): boolean;
  length(): number;
};

/** After so many turns of others the one that came first has its turn, else large ones might never be served. */
const MAX_OVERTAKEN = 10;

/** The smallest is served first, so that one which takes no time does not wait behind many that take long. */
export function createWaitingLine<Item>(sizeOf: (item: Item) => number): WaitingLine<Item> {
  // In the order of their arrival.
  const items: Item[] = [];
  let overtaken = 0;

  const smallest = () =>
    items.reduce<Item | undefined>((least, item) => (least && sizeOf(least) <= sizeOf(item) ? least : item), undefined);

  function leave(item: Item): boolean {
    const index = items.indexOf(item);
    if (index >= 0) items.splice(index, 1);
    return index >= 0;
  }

  return {
    add: (item) => void items.push(item),
    next() {
      const [first] = items;
      const least = smallest();
      const item = overtaken < MAX_OVERTAKEN ? least : first;
      overtaken = item === first ? 0 : overtaken + 1;
      if (item !== undefined) leave(item);
      return item;
    },
    nextBelow(size) {
      const item = smallest();
      if (item === undefined || sizeOf(item) >= size) return undefined;
      leave(item);
      return item;
    },
    leave,
    length: () => items.length,
  };
}
