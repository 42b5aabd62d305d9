/** Everything a change has to pass besides the tests: `npm run check`. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process';

const STEPS = [
  { claim: 'formatted, linted, borders kept', command: 'biome ci --error-on-warnings --colors=off' },
  { claim: 'types hold', command: 'tsc --noEmit' },
  { claim: 'nothing unused, nothing undeclared', command: 'knip' },
  { claim: 'resolver types are fresh', command: 'graphql-codegen --check', repair: 'npm run codegen' },
  { claim: 'trusted documents are fresh', command: 'node scripts/manifest.ts --check', repair: 'npm run codegen' },
  { claim: 'the drawing of the tables is fresh', command: 'node scripts/erd.ts --check', repair: 'npm run erd' },
  { claim: 'the supergraph is fresh', command: 'node scripts/compose.ts --check', repair: 'npm run compose' },
];

for (const { claim, command, repair } of STEPS) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${status === 0 ? '✓' : '✗'} ${claim} (${command}, ${seconds} s)`);
  if (status === 0) continue;

  console.log(stdout + stderr);
  if (repair) console.log(`Repair: ${repair}`);
  process.exit(1);
}
