/** An object of a world: plain values, or functions of the arguments that read their neighbours through `this`. */
export type Thing = Readonly<Record<string, unknown>>;

/** All there is to know; every subgraph shows the part of it that its schema names. */
export type World = {
  query: Thing;
  mutation?: Thing;
  /** What `_entities` finds; each carries `__typename`, and maybe `absentIn` and `failsIn`. */
  entities: readonly Thing[];
};

export type SubgraphResult = { data?: unknown; errors?: readonly { message: string; path?: unknown }[] };

/** A supergraph small enough to read, whose answers depend on nothing but arguments and keys. */
export type TestGraph = {
  name: string;
  /** The schema of each subgraph. */
  subgraphs: Readonly<Record<string, string>>;
  /** Made anew for every operation, so that mutations may change it. */
  world: () => World;
  /** For null keys and broken subgraphs: one schema over all data would answer what no gateway can. */
  isJudgedByStockAlone?: boolean;
  /** Which part of the usual number of operations to try, where planning takes long; default 1. */
  share?: number;
  /** What arguments are drawn from, by the name of the argument or of its type. */
  values?: Readonly<Record<string, readonly unknown[]>>;
  /** Bad manners of a subgraph: what it makes of its answer before it sends it, or an exception instead of one. */
  manners?: Readonly<Record<string, (result: SubgraphResult, operation: string) => SubgraphResult>>;
};

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key" "@requires" "@provides" "@external" "@extends" "@shareable" "@override" "@inaccessible" "@tag"
  "@interfaceObject" "@composeDirective" "@context" "@fromContext" "@cost" "@listSize"
])`;

/** A federation 2 schema with every directive imported. */
export const federated = (sdl: string): string => `${LINK}\n${sdl}`;

/** The thing whose `id` it is, or null. */
export const byId = (things: readonly Thing[], id: unknown): Thing | null =>
  things.find((thing) => thing.id === String(id)) ?? null;

/** A field that another subgraph owns and this one requires: given as a value in a representation, else asked of the owner. */
export function required(thing: unknown, field: string, args: Readonly<Record<string, unknown>> = {}): unknown {
  const value = (thing as Thing)[field]; // whoever calls this is a thing's method
  return typeof value === 'function' ? value.call(thing, args) : value;
}
