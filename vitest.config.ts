import { defineConfig } from 'vitest/config';
import { isThorough } from './kit/src/testing/thoroughness.ts';
import { LongProjectsFirst } from './tests/setup/long-projects-first.ts';
import { sizedFiles } from './tests/setup/sized-files.ts';

const project = (name: string, include: string[]) => ({
  extends: true as const,
  test: { name, include: isThorough ? sizedFiles(include) : include },
});

export default defineConfig({
  // Trap: Vite prefers graphql's .mjs while Apollo's packages load its .js; two copies break every `instanceof`.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: ['./tests/setup/run-folder.ts', './tests/setup/postgres.ts'],
    setupFiles: './tests/setup/child-processes.ts',
    // Enough on a machine that has much else to do: who waits for what must happen soon says so.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // Two cores, and every file has servers of its own: with one more, what has to be soon is not.
    maxWorkers: 2,
    // Files share modules, which have no state besides what a test starts: importing them took an eighth of the run.
    isolate: false,
    sequence: { sequencer: LongProjectsFirst },
    projects: [
      project('unit', ['{kit,contracts,gateway,subgraphs/*,schema-check}/src/**/*.test.ts']),
      project('gateway', ['{gateway,schema-check}/test/**/*.test.ts']),
      project('subgraph', ['{kit,subgraphs/*}/test/**/*.test.ts']),
      project('supergraph', ['tests/**/*.test.ts']),
    ],
  },
});
