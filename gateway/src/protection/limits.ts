/** A request body, in bytes. Uploads have their own route. */
export const BODY_BYTES = 65_536;

/** A Relay screen with all its fragments is some 600 tokens, the introspection query 250. */
export const MAX_TOKENS = 2_000;

/** Feed → post → comment → reply → author → avatar is 13 levels with its connections. */
export const MAX_DEPTH = 15;

/** Errors told about one document: enough to mend it, too few to make the server write essays. */
export const MAX_VALIDATION_ERRORS = 5;

/** Slow senders (milliseconds until the head, and the whole request, must have arrived). */
export const HEAD_MS = 5_000;
export const REQUEST_MS = 10_000;
