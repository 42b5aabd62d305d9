/**
 * Writes what changed for clients from commit to commit.
 *
 * A commit cannot hold its own title, so the file that is committed may lack the newest entries; main publishes it whole.
 */
import { writeFile } from 'node:fs/promises';
import { readCommandLine } from '@nexus/kit/command-line';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { changelogOf } from '@nexus/schema-check/changelog/changelog';
import { historyOf } from '@nexus/schema-check/changelog/history';

const USAGE = 'Usage: npm run changelog [-- --supergraph gateway/supergraph.graphql --out docs/API-CHANGELOG.md]';

await runCommand(async () => {
  const { supergraph, out } = readArguments();
  const versions = historyOf(supergraph);
  if (versions.length === 0) throw new StartupError(`No commit here has ${supergraph}.`);
  await writeFile(out, await changelogOf(versions));
  console.log(`Wrote ${out} from ${versions.length} versions of ${supergraph}.`);
});

function readArguments() {
  return readCommandLine(USAGE, {
    options: {
      supergraph: { type: 'string', default: 'gateway/supergraph.graphql' },
      out: { type: 'string', default: 'docs/API-CHANGELOG.md' },
    },
  }).values;
}
