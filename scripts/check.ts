/** Everything a change has to pass besides the tests: `npm run check`. Stops at the first step that fails. */
import { spawnSync } from 'node:child_process';
import { STEPS } from './check/steps.ts';

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
