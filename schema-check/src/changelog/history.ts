import { git, textsOf } from '../repository/git.ts';

/** A committed supergraph and the commit that brought it. */
export type Version = { commit: string; date: string; title: string; supergraph: string };

/** The versions of a committed supergraph on the branch that is checked out, the oldest first; dates as committed. */
export function historyOf(file: string): Version[] {
  const log = git(['log', '--first-parent', '--reverse', '--format=%H%x09%cs%x09%s', '--', file]).toString().trim();
  const commits = log.split('\n').flatMap((line) => {
    const [commit, date, ...title] = line.split('\t');
    return commit && date ? [{ commit, date, title: title.join(' ') }] : [];
  });
  const texts = textsOf(commits.map(({ commit }) => `${commit}:./${file}`));
  return commits.flatMap((commit) => {
    const supergraph = texts.get(`${commit.commit}:./${file}`);
    return supergraph === undefined ? [] : [{ ...commit, supergraph }];
  });
}
