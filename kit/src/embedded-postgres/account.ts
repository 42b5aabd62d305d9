import { lchown, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** The unprivileged user that PostgreSQL runs as when we are root, which it refuses to be. */
export type Account = { name: string; uid: number; gid: number };

const USUAL_ACCOUNTS = ['postgres', '_postgres', 'nobody', 'daemon'];

/** Undefined unless we are root: then the owner of `directory`, or one of the usual system users. */
export async function chooseAccount(directory: string): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const { uid } = await stat(directory);
  const accounts = await readAccounts();
  const usual = USUAL_ACCOUNTS.map((name) => accounts.find((account) => account.name === name));
  return accounts.find((account) => account.uid === uid) ?? usual.find((account) => account !== undefined);
}

// initdb wants a user with a name, so an owner without a line here does not count. macOS gives nobody a negative id.
async function readAccounts(): Promise<Account[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter(({ uid, gid }) => uid > 0 && gid >= 0);
}

/** Makes `account` the owner of a directory and all it holds; costs one look when it is already. */
export async function handOver(directory: string, account: Account | undefined): Promise<void> {
  if (account === undefined || (await stat(directory)).uid === account.uid) return;
  for (const entry of await readdir(directory, { recursive: true })) {
    await lchown(join(directory, entry), account.uid, account.gid);
  }
  // Last, so that a hand-over that was cut short is done again.
  await lchown(directory, account.uid, account.gid);
}

export type CommandLine = { file: string; args: string[]; ids: { uid?: number; gid?: number } };

/** The command line that runs a program as `account` with access to `directory`. */
export async function runAs(
  account: Account | undefined,
  directory: string,
  [program, ...args]: [string, ...string[]],
): Promise<CommandLine> {
  if (account === undefined) return { file: program, args, ids: {} };
  const { uid, gid } = account;
  if ((await canReach(account, program)) && (await canReach(account, directory))) {
    return { file: program, args, ids: { uid, gid } };
  }
  return { file: 'setpriv', args: [...onlyPassingDirectories(account), program, ...args], ids: {} };
}

// A clone under /root or in a `mktemp -d` is closed to every other user. Of all rights of root we keep the one that
// passes closed directories. no_setuid_fixup: without it access(2), which initdb asks first, ignores that right.
function onlyPassingDirectories({ uid, gid }: Account): string[] {
  const rights = ['inh-caps', 'ambient-caps', 'bounding-set'].map((set) => `--${set}=-all,+dac_override`);
  return [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--securebits=+no_setuid_fixup', ...rights];
}

async function canReach(account: Account, path: string): Promise<boolean> {
  const { mode, uid, gid } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  if (((mode >> shift) & 1) === 0) return false;
  return path === dirname(path) || canReach(account, dirname(path));
}
