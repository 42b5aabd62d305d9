import { parseArgs } from 'node:util';
import { fromCaller } from '@nexus/contracts/settings';
import { createLogger } from '@nexus/kit/log';
import { runProcess } from '@nexus/kit/process';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { type GatewayConfig, startGateway } from './server.ts';

const USAGE = 'Usage: npm run gateway -- --supergraph FILE [--port N] [--host H]';

// The gateway on any supergraph file, for development: no database, nobody signed in.
await runProcess(async (resources) => {
  const config = readArguments(process.argv.slice(2));
  const gateway = await startGateway(config);
  resources.defer(() => gateway.stop());
  console.log(`The gateway answers ${config.supergraphFile} at ${gateway.url}/graphql.`);
  console.log(`Playground: ${gateway.url}/. Stop it with Ctrl-C.`);
});

function readArguments(args: string[]): GatewayConfig {
  const { supergraph, port, host } = parse(args);
  if (supergraph === undefined) throw new StartupError(`Which supergraph? ${USAGE}`);
  return {
    host,
    port: readPort(port),
    supergraphFile: fromCaller(supergraph),
    environment: 'development',
    logger: createLogger('gateway', 'warn'),
  };
}

function parse(args: string[]) {
  const options = {
    supergraph: { type: 'string' },
    port: { type: 'string', default: '4000' },
    host: { type: 'string', default: '127.0.0.1' },
  } as const;
  try {
    return parseArgs({ args, options }).values;
  } catch (error) {
    // Node's advice after the first sentence is about its own option syntax.
    throw new StartupError(`${reasonOf(error).split(/[.\n]/, 1)[0]}. ${USAGE}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartupError(`--port must be a number from 0 to 65535, not "${text}".`);
}
