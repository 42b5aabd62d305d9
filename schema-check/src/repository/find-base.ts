import { StartupError } from '@nexus/kit/startup-error';
import { askGit } from './git.ts';

/** What a change is compared with: the commit where it left `name`. */
export type Base = { name: string; commit: string };

const DEFAULTS = ['origin/main', 'main'];

/** Finds where the work that is checked out left a branch, by default the main one; StartupError when it did not. */
export function findBase(given: string | undefined): Base {
  if (askGit('rev-parse', '--git-dir') === undefined) {
    throw new StartupError('Schemas are compared with an older version of themselves, and this is no git repository.');
  }
  const name = given ?? DEFAULTS.find((ref) => commitOf(ref) !== undefined);
  if (name === undefined) throw new StartupError('Which version to compare with? There is no main here: --base REF');
  const tip = commitOf(name);
  if (tip === undefined) throw new StartupError(`There is no version "${name}" to compare with: fetch it first.`);
  const commit = askGit('merge-base', 'HEAD', tip);
  if (commit) return { name, commit };
  throw new StartupError(`${name} has no commit in common with this one; a shallow clone wants a deeper fetch.`);
}

const commitOf = (ref: string): string | undefined =>
  askGit('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`);
