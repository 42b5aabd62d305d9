import { readCommandLine } from '@nexus/kit/command-line';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { discard, list, retry, show } from './events/failed.ts';
import { freeze } from './events/freeze.ts';

const USAGE = `Usage: npm run events -- VERB
  list                     events that a subscriber failed to handle: dead letters, and those that are tried again
  show ID                  one of them, with what it says
  retry ID ... | --all     try them again now
  discard ID ...           throw them away for good
  freeze                   write new events into contracts/events.frozen.json`;

type Verb = (resources: AsyncDisposableStack, ids: readonly string[]) => Promise<void>;

const VERBS: Readonly<Record<string, Verb>> = {
  list,
  show: (resources, ids) => show(resources, theOne(ids)),
  retry: (resources, ids) => retry(resources, some(ids)),
  discard: (resources, ids) => discard(resources, some(ids)),
  freeze: async () => freeze(),
};

await runCommand(async (resources) => {
  const { values, positionals } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: { all: { type: 'boolean', default: false } },
  });
  const [name = '', ...ids] = positionals;
  const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined;
  if (!verb || (values.all && (name !== 'retry' || ids.length > 0))) throw new StartupError(USAGE);
  if (values.all) await retry(resources, 'all');
  else await verb(resources, ids.map(readId));
});

function readId(text: string): string {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)) return text;
  throw new StartupError(`${text} is no ID: npm run events -- list shows them.`);
}

function some(ids: readonly string[]): readonly string[] {
  if (ids.length === 0) throw new StartupError(USAGE);
  return ids;
}

function theOne(ids: readonly string[]): string {
  const [id] = some(ids);
  if (id === undefined || ids.length > 1) throw new StartupError(USAGE);
  return id;
}
