import type { Logger } from './log.ts';

type Repetition = { name: string; everyMs: number; logger: Logger };

const AFTER_FAILURE_MS = 5_000;
/** Pauses are longer or shorter by a tenth, so that processes which started together do not stay together. */
const JITTER = 0.1;

/**
 * Does a piece of work again and again until stopped, from its start on: at once while it says there is more, else after
 * a pause. A failure is logged and followed by a longer pause. Returns how to stop it and wait for its end.
 */
export function repeat(
  work: () => Promise<{ hasMore: boolean }>,
  { name, everyMs, logger }: Repetition,
): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();

  async function round(): Promise<void> {
    const pause = await once();
    if (!isStopped) timer = setTimeout(start, pause);
  }

  async function once(): Promise<number> {
    try {
      const { hasMore } = await work();
      return hasMore ? 0 : everyMs * (1 - JITTER + 2 * JITTER * Math.random());
    } catch (error) {
      logger.error({ err: error }, `${name} failed; trying again in ${AFTER_FAILURE_MS / 1_000} s`);
      return AFTER_FAILURE_MS;
    }
  }

  function start(): void {
    running = round();
  }

  start();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
