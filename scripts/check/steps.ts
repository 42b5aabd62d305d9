/** A claim about the tree, the command that checks it, and the one that makes it true where a command can. */
export type Step = { claim: string; command: string; repair?: string };

export const STEPS: readonly Step[] = [
  { claim: 'formatted, linted, borders kept', command: 'biome ci --error-on-warnings --colors=off' },
  { claim: 'types hold', command: 'tsc --noEmit' },
  { claim: 'nothing unused, nothing undeclared', command: 'knip' },
  { claim: 'the drawing of the tables is fresh', command: 'node scripts/erd.ts --check', repair: 'npm run erd' },
  { claim: 'the supergraph is fresh', command: 'node scripts/compose.ts --check', repair: 'npm run compose' },
  {
    claim: 'resolver types and the typed client are fresh',
    command: 'graphql-codegen --check',
    repair: 'npm run codegen',
  },
  {
    claim: 'trusted documents and their ids are fresh',
    command: 'node scripts/manifest.ts --check',
    repair: 'npm run codegen',
  },
];
