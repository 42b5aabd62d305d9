/** A request body, in bytes. Uploads have their own route. */
export const BODY_BYTES = 65_536;

/** A Relay screen with all its fragments is some 600 tokens, the introspection query 250. */
export const MAX_TOKENS = 2_000;

/** Feed → post → comment → reply → author → avatar is 13 levels with its connections. */
export const MAX_DEPTH = 15;

/** Fields and fragments of an operation once its fragments are written out: planning one takes up to half a millisecond. */
export const MAX_SELECTIONS = 1_500;

/** A page is at most this long; what is asked beyond it is refused by the subgraph in its own words. */
export const MAX_PAGE = 100;

/** Where neither the operation nor the schema says how long a page is. */
export const DEFAULT_PAGE = 20;

/** Items of all pages of an operation, each page full: a hundred, with a hundred below each. */
export const MAX_ITEMS = MAX_PAGE + MAX_PAGE * MAX_PAGE;

/** What a mutation does at once: each of its fields is a transaction, one after the other. */
export const MAX_CHANGES = 10;

/** Errors told about one document: enough to mend it, too few to make the server write essays. */
export const MAX_VALIDATION_ERRORS = 5;

/** Slow senders (milliseconds until the head, and the whole request, must have arrived). */
export const HEAD_MS = 5_000;
export const REQUEST_MS = 10_000;
