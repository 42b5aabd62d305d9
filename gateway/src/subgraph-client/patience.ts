import { CallFailure } from './call-failure.ts';

/** How long one call is waited for: until it has taken too long, or until nobody wants the answer. */
export type Patience = {
  /** Why the wait is over; undefined while it is not. */
  over: CallFailure | undefined;
  /** What the present step of the call does when it is over: the wait in the queue, the exchange, the pause. */
  stop: ((why: CallFailure) => void) | undefined;
};

type Limits = {
  /** What the call may take, in milliseconds. */
  ms: number;
  /** When the whole request has to be answered, by `performance.now()`. */
  deadline?: number | undefined;
  signal: AbortSignal | undefined;
};

/** Makes a call that the limits may end. */
export async function withPatience<Answer>(limits: Limits, call: (patience: Patience) => Promise<Answer>) {
  const patience = startPatience(limits);
  try {
    return await call(patience);
  } finally {
    patience.end();
  }
}

/** Begins to wait for a call; whoever made it ends the wait. */
export function startPatience({ ms, deadline = Number.POSITIVE_INFINITY, signal }: Limits): EndablePatience {
  const leftMs = deadline - performance.now();
  const giveUp = (why: CallFailure) => {
    patience.over ??= why;
    patience.stop?.(why);
  };
  // A subgraph is to blame for its own time only, not for what others took before it.
  const late = () => giveUp(new CallFailure(leftMs < ms ? 'abandoned' : 'timeout', new Error('took too long')));
  const leave = () => giveUp(new CallFailure('abandoned', signal?.reason));
  const timer = setTimeout(late, Math.max(0, Math.min(ms, leftMs)));
  const end = () => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  };
  const patience: EndablePatience = { over: undefined, stop: undefined, end };
  signal?.addEventListener('abort', leave);
  if (signal?.aborted || leftMs <= 0) leave();
  return patience;
}

type EndablePatience = Patience & { end(): void };

/** Says what to do when the wait is over; it may be over already. */
export function whenOver(patience: Patience, stop: (why: CallFailure) => void): void {
  patience.stop = stop;
  if (patience.over) stop(patience.over);
}

/** The result, or why it was not waited for; whoever works at it is not stopped. */
export function unlessOver<Result>(patience: Patience, result: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    whenOver(patience, reject);
    result.then(resolve, reject);
  });
}
