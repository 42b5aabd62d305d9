/** A reason not to start, told in one sentence to the person at the terminal; no stack trace. */
export class StartupError extends Error {}
