/**
 * Adds a subgraph: `npm run new:subgraph -- NAME [--entity Thing]`.
 *
 * Writes its room, `subgraphs/NAME`, from `scripts/new-subgraph/template`, tells everything that lists subgraphs of it,
 * and makes the generated files. It owns one type, which people add for themselves alone: a start to change.
 */
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readCommandLine } from '@nexus/kit/command-line';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { makeGeneratedFiles } from './new-subgraph/generated-files.ts';
import { readNames } from './new-subgraph/names.ts';
import { register } from './new-subgraph/register.ts';
import { requireFree } from './new-subgraph/taken.ts';
import { writeRoom } from './new-subgraph/write-room.ts';

const USAGE = 'Usage: npm run new:subgraph -- NAME [--entity Thing]: the subgraph, in the plural, and what it owns.';
const ROOT = fileURLToPath(new URL('..', import.meta.url));

if (process.argv.includes('--help')) console.log(USAGE);
else await runCommand(addSubgraph);

async function addSubgraph(): Promise<void> {
  const { name, entity } = readArguments();
  const names = readNames(name, entity);
  await requireFree(ROOT, names);
  // First what may find a list that it does not know; then nothing is half done.
  const touched = await register(ROOT, names);
  const room = `subgraphs/${names.subgraph}`;
  // What is left of a room of that name, such as links to its packages, is nobody's.
  await rm(`${ROOT}/${room}`, { recursive: true, force: true });
  await writeRoom(ROOT, names);
  console.log(`${room} is written. Now the files that are made of it:`);
  makeGeneratedFiles(ROOT, { room, touched });
  console.log(`\n${names.subgraph} owns ${names.Entity}. Next: npm install && npm run check && npm test`);
}

function readArguments() {
  const options = { entity: { type: 'string' } } as const;
  const { values, positionals } = readCommandLine(USAGE, { options, allowPositionals: true });
  const [name, ...others] = positionals;
  if (name === undefined || others.length > 0) throw new StartupError(USAGE);
  return { name, entity: values.entity };
}
