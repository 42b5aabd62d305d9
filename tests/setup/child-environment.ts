import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a process of the product gets from ours. All of a run compile the same files, so the first does it for them. */
export const childEnvironment = () => ({
  PATH: process.env.PATH ?? '',
  HOME: process.env.HOME ?? '',
  NODE_ENV: 'test',
  TMPDIR: tmpdir(),
  NODE_COMPILE_CACHE: join(tmpdir(), 'compiled'),
});
