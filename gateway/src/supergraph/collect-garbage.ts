import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Collects what was made since the last time, and has what stays of it moved away: the sooner, the shorter it takes. */
export const collectYoung = (): void => collect({ type: 'minor' });

/** Collects all garbage of this thread, which stands still meanwhile. */
export const collectAll = (): void => collect({ type: 'major' });

/** V8's own, given to contexts that are made after this flag is set. */
setFlagsFromString('--expose-gc');
const collect: (options: { type: 'minor' | 'major' }) => void = runInNewContext('gc');
