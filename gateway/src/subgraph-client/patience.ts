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
export async function withPatience<Answer>(
  { ms, deadline = Number.POSITIVE_INFINITY, signal }: Limits,
  call: (patience: Patience) => Promise<Answer>,
): Promise<Answer> {
  const patience: Patience = { over: undefined, stop: undefined };
  const end = (why: CallFailure) => {
    patience.over ??= why;
    patience.stop?.(why);
  };
  const leftMs = deadline - performance.now();
  // A subgraph is to blame for its own time only, not for what others took before it.
  const late = () => end(new CallFailure(leftMs < ms ? 'abandoned' : 'timeout', new Error('took too long')));
  const leave = () => end(new CallFailure('abandoned', signal?.reason));

  if (signal?.aborted || leftMs <= 0) leave();
  const timer = setTimeout(late, Math.max(0, Math.min(ms, leftMs)));
  signal?.addEventListener('abort', leave);
  try {
    return await call(patience);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

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
