/** Does harm to the product while people work with it, and proves that nothing is lost: `npm run chaos [-- --list]`. */
import { runCommand } from '@nexus/kit/process';
import { runChaos } from '../tests/chaos/chaos.ts';

// Leaving this way lets each process that was started be ended.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

await runCommand(() => runChaos(process.argv.slice(2)));
// Connections to what was killed may be half open for minutes.
process.exit();
