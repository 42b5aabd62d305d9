/** What a request may bring and an operation ask for. Each figure can be replaced in the gateway's configuration. */
export type Limits = {
  /** A request body. Uploads have their own route. */
  bodyBytes: number;
  /** Milliseconds until the head of a request, and the whole of it, must have arrived. */
  headMs: number;
  requestMs: number;
  /** Milliseconds that all fetches of a request may take together. */
  fetchMs: number;
  /** Milliseconds in which a client must take a further part of its answer. */
  sendMs: number;
  /** Words, names and signs of a document. */
  tokens: number;
  /** Fields and fragments of a document once its fragments are written out. */
  selections: number;
  /** Fields inside each other, without introspection, which graphql-js bounds. */
  depth: number;
  /** Fields at the top, each its own fetch; of a mutation each a transaction, one after the other. */
  rootFields: number;
  /** Fields with another name than their own, `__typename` too. */
  aliases: number;
  /** All directives of an operation, and those on one selection. */
  directives: number;
  directivesPerSelection: number;
  /** Lists and objects inside each other in one value of a document; the planner takes twice the time for each. */
  valueDepth: number;
  /** The same field between the same braces and in inline fragments there; named fragments may repeat it. */
  repeats: number;
  /** The requested cost: what the operation brings if every page is full. */
  cost: number;
  /** The assumed length of a list that takes `first` where neither the operation nor the schema gives a number. */
  pageSize: number;
  /** The assumed length of a list that has no pages. */
  listSize: number;
  /** Errors told about one document: enough to mend it, too few to make the server write essays. */
  validationErrors: number;
  /** Operations in one HTTP request, as a JSON array; 0 refuses arrays. */
  batch: number;
};

export const DEFAULT_LIMITS: Limits = {
  bodyBytes: 65_536,
  headMs: 5_000,
  requestMs: 10_000,
  fetchMs: 3_000,
  sendMs: 10_000,
  // A Relay screen with all its fragments is some 600, the introspection query 250.
  tokens: 2_000,
  // Planning one takes up to half a millisecond.
  selections: 1_500,
  // Feed → post → comment → reply → author → avatar is 13 levels with its connections.
  depth: 15,
  rootFields: 10,
  aliases: 15,
  directives: 50,
  directivesPerSelection: 5,
  valueDepth: 10,
  // A field of each member of a large union. Validation compares all of them with each other.
  repeats: 30,
  // A hundred posts with all that their cards show cost 1,000; a hundred with a hundred below each do not pass.
  cost: 10_000,
  pageSize: 20,
  // What may grow is paged; a list without pages is short by design.
  listSize: 5,
  validationErrors: 5,
  batch: 0,
};
