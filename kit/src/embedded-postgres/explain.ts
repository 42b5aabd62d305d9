import { codeOf, reasonOf } from '../reasons.ts';
import { StartupError } from '../startup-error.ts';

/** What PostgreSQL printed before it gave up, as one sentence. */
export function explainOutput(output: string, directory: string): StartupError {
  if (output.includes('No space left on device')) return diskFull(directory);
  if (output.includes('Permission denied')) {
    return new StartupError(
      `PostgreSQL may not use ${directory}; set DATA_DIR to a directory its user can read and write.`,
    );
  }
  return new StartupError(`PostgreSQL did not start: ${lastComplaint(output)}`);
}

/** A file operation that failed in the data directory, as one sentence; other errors pass unchanged. */
export function explainFileError(error: unknown, directory: string): unknown {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(directory);
  // mkdir answers ENOENT on a read-only disk.
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') {
    return new StartupError(`${directory} cannot be written; change its permissions or set DATA_DIR.`);
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartupError(`${directory} is not a directory; set DATA_DIR to one.`);
  }
  return error;
}

/** A program that the system refused to run, as one sentence. */
export function explainSpawnError(error: unknown, directory: string): StartupError {
  const reason = reasonOf(error);
  if (reason.includes('setpriv')) {
    return new StartupError(
      `PostgreSQL does not run as root and no other user can enter ${directory}; ` +
        'set DATA_DIR to a directory that all users can enter, such as /var/lib/nexus.',
    );
  }
  return new StartupError(
    `PostgreSQL cannot run on this machine (${reason}); set DATABASE_URL to a server of your own.`,
  );
}

function diskFull(directory: string): StartupError {
  return new StartupError(`The disk that holds ${directory} is full; free some space and start again.`);
}

function lastComplaint(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const complaint = lines.findLast((line) => /\b(FATAL|PANIC|error):/.test(line)) ?? lines.at(-1) ?? 'it said nothing';
  return complaint.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
}
