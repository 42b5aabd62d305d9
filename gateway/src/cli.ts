import { parseArgs } from 'node:util';
import { createLogger } from '@nexus/kit/log';
import { StartupError } from '@nexus/kit/startup-error';
import type { GatewayConfig } from './gateway-config.ts';
import { runGateway } from './process.ts';
import { type RunningGateway, startGateway } from './server.ts';

const USAGE = 'Usage: npm run gateway -- --supergraph FILE [--port N] [--host H]';

/** The gateway on any supergraph file, for development: no database, nobody signed in. */
await runGateway(async () => {
  const config = readArguments(process.argv.slice(2));
  const gateway = await startGateway(config);
  announce(gateway, config.supergraphFile);
  return gateway;
});

function readArguments(args: string[]): GatewayConfig {
  const { supergraph, port, host } = parse(args);
  if (supergraph === undefined) throw new StartupError(`Which supergraph? ${USAGE}`);
  return {
    host,
    port: readPort(port),
    supergraphFile: supergraph,
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
    const reason = error instanceof Error ? error.message.split(/[.\n]/, 1)[0] : error;
    throw new StartupError(`${reason}. ${USAGE}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartupError(`--port must be a number from 0 to 65535, not "${text}".`);
  }
  return port;
}

function announce({ url }: RunningGateway, supergraph: string): void {
  console.log(`Gateway on ${supergraph}\n  API         ${url}/graphql\n  Playground  ${url}/\nCtrl-C stops it.`);
}
