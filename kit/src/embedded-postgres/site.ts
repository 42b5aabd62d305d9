import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { type Binaries, locateBinaries } from './binaries.ts';
import { explainFileError } from './explain.ts';

/** Where one embedded PostgreSQL lives, and as whom. */
export type Site = {
  directory: string;
  cluster: string;
  log: string;
  binaries: Binaries;
  account: Account | undefined;
};

/** Makes the directory and finds the programs and the user for it. */
export async function prepareSite(directory: string): Promise<Site> {
  const binaries = await locateBinaries();
  try {
    await mkdir(directory, { recursive: true });
    // The path is how a running server is recognised, so links must not give it a second name.
    const real = await realpath(directory);
    const cluster = join(real, 'postgres');
    const account = await chooseAccount(cluster).catch(() => chooseAccount(real));
    return { directory: real, cluster, log: join(real, 'postgres.log'), binaries, account };
  } catch (error) {
    throw explainFileError(error, directory);
  }
}
