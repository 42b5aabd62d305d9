import { parseArgs } from 'node:util';

const URL = 'http://127.0.0.1:4000/graphql';

/** Where the gateway is, who asks it, and what else was said. */
export function readArguments() {
  const options = { url: { type: 'string', default: URL }, token: { type: 'string', default: '' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  return { ...values, text: positionals.join(' ') };
}
