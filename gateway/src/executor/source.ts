/** An object of what subgraphs have delivered, by the keys of fields. */
export type Source = Record<string, unknown>;

/** A place in what was delivered, or in the answer. */
export type Path = (string | number)[];

export const isObject = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
