import { parseArgs } from 'node:util';

const URL = 'http://127.0.0.1:4000/graphql';

const OPTIONS = { url: { type: 'string', default: URL }, token: { type: 'string' } } as const;

/** Where the gateway is, who asks it, and what else was said; without a token the program ends. */
export function readArguments() {
  const { values, positionals } = parse();
  const { token, url } = values;
  if (!token) return refuse('Say who asks: --token TOKEN, the accessToken that signIn answers.');
  return { token, url, text: positionals.join(' ') };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return refuse(
      `${String(error instanceof Error ? error.message : error).split('.', 1)[0]}. Known are --token TOKEN and --url URL.`,
    );
  }
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}
