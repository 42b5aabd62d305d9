import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';
import { STEPS } from '../check/steps.ts';

/** Enough of a command to know it again. */
const SHOWN = 60;

type Making = { room: string; touched: readonly string[] };

/** Formats what was written, makes the first migration, and whatever else `npm run check` wants to be fresh. */
export function makeGeneratedFiles(root: string, { room, touched }: Making): void {
  const sources = [...touched.filter((file) => file.endsWith('.ts')), room, 'tests/rooms'];
  run(root, 'drizzle-kit generate --name initial', room);
  run(root, 'node scripts/events.ts freeze');
  for (const repair of repairs()) run(root, repair);
  run(root, `biome check --write ${sources.join(' ')}`);
}

/** Each once and where it comes last: later ones are made of what earlier ones made. */
function repairs(): string[] {
  const all = STEPS.flatMap(({ repair }) => repair ?? []);
  return all.filter((repair, place) => all.lastIndexOf(repair) === place);
}

function run(root: string, command: string, folder = '.'): void {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(command, { shell: true, encoding: 'utf8', cwd: join(root, folder) });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const shown = command.length > SHOWN ? `${command.slice(0, SHOWN)}…` : command;
  console.log(`${status === 0 ? '✓' : '✗'} ${shown} (${seconds} s)`);
  if (status !== 0) throw new StartupError(`${stdout}${stderr}`);
}
