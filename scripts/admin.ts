import { events, ROLES } from '@nexus/contracts/events';
import { readSettings } from '@nexus/contracts/settings';
import { LATEST } from '@nexus/kit/clamp-time';
import { readCommandLine } from '@nexus/kit/command-line';
import { connect } from '@nexus/kit/database';
import { Refusal } from '@nexus/kit/errors';
import { openBus } from '@nexus/kit/events/bus';
import { openHotStore } from '@nexus/kit/hot';
import { openInfrastructure } from '@nexus/kit/infrastructure';
import { createLogger } from '@nexus/kit/log';
import { roleUrl } from '@nexus/kit/migrations';
import { runCommand } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { hotEvents } from '@nexus/users/hot/hot-events';
import { grant, restore, suspend } from '@nexus/users/state/state.service';

const USAGE = `Usage: npm run admin -- VERB
  suspend HANDLE [--until TIME]   takes an account out of use and ends its sessions; TIME as 2027-01-31T12:00Z
  restore HANDLE                  takes a suspension back
  grant HANDLE ROLE               gives a role and ends the sessions of before: ${ROLES.join(', ')}`;

type Told = Parameters<typeof suspend>[0];

await runCommand(async (resources) => {
  const { verb, handle, role, until } = readArguments();
  const users = await openUsers(resources);
  try {
    if (verb === 'suspend') console.log(stateOf(await suspend(users, handle, until)));
    else if (verb === 'restore') console.log(stateOf(await restore(users, handle)));
    else console.log(`${(await grant(users, handle, role)).handle} is ${role}.`);
  } catch (error) {
    if (error instanceof Refusal) throw new StartupError(error.message);
    throw error;
  }
});

function stateOf({ handle, state }: { handle: string; state: string }): string {
  return `${handle} is ${state}.`;
}

function readArguments() {
  const { values, positionals } = readCommandLine(USAGE, {
    allowPositionals: true,
    options: { until: { type: 'string' } },
  });
  const [verb, name = '', given, ...rest] = positionals;
  const handle = name.replace(/^@/, '');
  const role = ROLES.find((known) => known === given) ?? 'MEMBER';
  const isUsable =
    (verb === 'suspend' && given === undefined) ||
    ((verb === 'restore' || verb === 'grant') && values.until === undefined && (verb === 'grant') === (role === given));
  if (!isUsable || handle === '' || rest.length > 0) throw new StartupError(USAGE);
  return { verb, handle, role, until: values.until === undefined ? null : readTime(values.until) };
}

function readTime(text: string): Date {
  const time = new Date(text);
  if (!(time.getTime() > Date.now() && time < LATEST)) throw new StartupError(`${text} is no time to come.\n${USAGE}`);
  return time;
}

/** The users database as the role of users, with whom to tell of changes; what runs hears of them. */
async function openUsers(resources: AsyncDisposableStack): Promise<Told> {
  const settings = readSettings();
  const { databaseUrl, redisUrl, secret } = await openInfrastructure(settings, resources);
  const logger = createLogger('admin', settings.logLevel);
  const url = roleUrl(databaseUrl, secret, 'users');
  const database = connect(url, { max: 2 });
  resources.defer(() => database.close());
  const hot = openHotStore({ redisUrl, logger });
  resources.defer(() => hot.close());
  const bus = await openBus({ url, service: 'users', catalog: events, database, logger });
  resources.defer(() => bus.stop());
  return { db: database.db, events: hotEvents({ events: bus, hot }) };
}
