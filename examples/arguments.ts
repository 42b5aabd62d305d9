import { parseArgs } from 'node:util';

const URL = 'http://127.0.0.1:4000/graphql';

/** Where the gateway is, who asks it, and what else was said; without a token the program ends. */
export function readArguments() {
  const options = { url: { type: 'string', default: URL }, token: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const { token, url } = values;
  if (!token) {
    console.error('Say who asks: --token TOKEN, the accessToken that signIn answers.');
    process.exit(1);
  }
  return { token, url, text: positionals.join(' ') };
}
