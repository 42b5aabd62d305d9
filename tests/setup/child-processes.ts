import { tmpdir } from 'node:os';
import { join } from 'node:path';

// All that the tests of a run start compiles the same files, so the first does it for the others.
process.env.NODE_COMPILE_CACHE = join(tmpdir(), 'compiled');

// Vitest ends a worker by SIGTERM, of which a process dies without another word: what a worker has started would outlive
// it. So it exits instead, and tells its own to end.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
