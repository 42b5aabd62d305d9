import { readCommandLine, readNumber } from '@nexus/kit/command-line';
import { createLogger } from '@nexus/kit/log';
import { runProcess } from '@nexus/kit/process';
import { StartupError } from '@nexus/kit/startup-error';
import { readConfig } from './config.ts';
import { type GatewayConfig, startGateway } from './server.ts';
import { supergraphFrom } from './supergraph/supergraph-from.ts';
import { withoutUpdates } from './supergraph/supergraph-source.ts';

const USAGE = 'Usage: npm run gateway -- --supergraph FILE|URL | --variant NAME [--port N] [--host H] [--help]';

const HELP = `${USAGE}

Serves a supergraph on /graphql until Ctrl-C, without a database and with nobody signed in; or a variant of Nexus, as
the environment says, with everybody who can sign in.

  --supergraph PLACE       a composed supergraph file, its http(s) URL, or a supergraph.yaml that is composed
  --variant NAME           a variant that variants.yaml declares: public, partner, …; Nexus itself runs elsewhere
  --port N                 where to listen, 0 for any free port (default 4000)
  --host H                 the address to listen on (default 127.0.0.1)
  --environment E          development (playground, details in errors) or production (default development)
  --introspection          clients may ask for the schema; --no-introspection: they may not (default by environment)
  --usage POSTGRES         count what clients ask for in a database that npm run migrate has prepared
  --poll-interval SECONDS  how often a URL is asked for a newer supergraph (default 30)
  --no-watch               stay with the first supergraph
  --help                   this text`;

const OPTIONS = {
  supergraph: { type: 'string' },
  variant: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  environment: { type: 'string' },
  introspection: { type: 'boolean' },
  usage: { type: 'string' },
  'poll-interval': { type: 'string', default: '30' },
  watch: { type: 'boolean', default: true },
} as const;

// The gateway on any supergraph, as a command.
const args = process.argv.slice(2);
if (args.includes('--help')) console.log(HELP);
else await runProcess(serve);

async function serve(resources: AsyncDisposableStack): Promise<void> {
  const options = parse(args);
  const config = await configOf(options);
  const gateway = await startGateway(config);
  resources.defer(() => gateway.stop());
  const { supergraph = `the variant ${options.variant}` } = options;
  console.log(`The gateway answers ${supergraph} at ${gateway.url}/graphql. Stop it with Ctrl-C.`);
  if (config.environment === 'development') console.log(`Playground: ${gateway.url}/`);
}

type Options = ReturnType<typeof parse>;

function parse(given: string[]) {
  return readCommandLine(USAGE, { args: given, options: OPTIONS, allowNegative: true }).values;
}

async function configOf(given: Options): Promise<GatewayConfig> {
  const { supergraph, variant, introspection } = given;
  const changed = readChanges(given);
  const added = { introspection, ...(given.usage !== undefined && { usage: countingIn(given.usage) }) };
  if (supergraph !== undefined && variant === undefined) {
    return { ...configOfAny(supergraph, given), ...changed, ...added };
  }
  if (variant === undefined || supergraph !== undefined) throw new StartupError(`Which supergraph? ${USAGE}`);
  const config = await readConfig({ ...changed, variant });
  return { ...config, ...added, supergraph: watched(config.supergraph, given) };
}

function configOfAny(place: string, given: Options): GatewayConfig {
  const logger = createLogger('gateway', 'warn');
  const everyMs = 1_000 * readNumber('--poll-interval', given['poll-interval'], { from: 1, to: 86_400 });
  const supergraph = watched(supergraphFrom(place, { everyMs, logger }), given);
  return { host: '127.0.0.1', port: 4_000, environment: 'development', supergraph, logger };
}

function countingIn(databaseUrl: string): NonNullable<GatewayConfig['usage']> {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl)) throw new StartupError('--usage must be the URL of a Postgres.');
  return { databaseUrl, sampleRate: 1, retentionDays: 90 };
}

function watched(supergraph: GatewayConfig['supergraph'], { watch }: Options): GatewayConfig['supergraph'] {
  return watch ? supergraph : withoutUpdates(supergraph);
}

/** What the command line says about where and how, and nothing of what it leaves out. */
function readChanges({
  host,
  port,
  environment,
}: Options): Partial<Pick<GatewayConfig, 'host' | 'port' | 'environment'>> {
  if (environment !== undefined && environment !== 'development' && environment !== 'production') {
    throw new StartupError(`--environment must be development or production, not "${environment}".`);
  }
  return {
    ...(host !== undefined && { host }),
    ...(port !== undefined && { port: readNumber('--port', port, { from: 0, to: 65_535 }) }),
    ...(environment !== undefined && { environment }),
  };
}
