/** `abandoned`: nobody waited for the answer any more. `crowded`: too many others are waiting for a turn. */
type FailureReason = 'timeout' | 'unavailable' | 'bad response' | 'abandoned' | 'crowded';

/** Why a call of a subgraph gave no answer; its cause is for the log only. */
export class CallFailure extends Error {
  readonly reason: FailureReason;
  /** The subgraph has certainly not heard of the request. */
  readonly isUnsent: boolean;

  constructor(reason: FailureReason, cause: unknown, { isUnsent = false } = {}) {
    super(reason, { cause });
    this.reason = reason;
    this.isUnsent = isUnsent;
  }
}
