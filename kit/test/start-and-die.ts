// Starts an embedded server and is killed at once, as by kill -9: the server stays behind.
import { startEmbeddedPostgres } from '../src/embedded-postgres.ts';
import { startEmbeddedRedis } from '../src/embedded-redis.ts';

const [, , kind, directory = ''] = process.argv;
if (kind === 'redis') await startEmbeddedRedis({ directory });
else await startEmbeddedPostgres({ directory, settings: { fsync: 'off' } });
process.kill(process.pid, 'SIGKILL');
