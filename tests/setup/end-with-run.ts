// Vitest ends a worker by SIGTERM, of which a process dies without another word: what a worker has started would outlive
// it. So it exits instead, and tells its own to end.
if (process.listenerCount('SIGTERM') === 0) process.once('SIGTERM', () => process.exit());
