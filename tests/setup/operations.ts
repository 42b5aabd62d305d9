import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import type { TestGraph } from './graph.ts';
import type { Person } from './people.ts';

/** Runs one of `operations/`, as its file has it, for somebody; fails with its errors. */
export const operationsOf =
  ({ ask }: Pick<TestGraph, 'ask'>) =>
  async (operation: string, variables: object, { token }: Pick<Person, 'token'>) => {
    const query = await readFile(new URL(`../../operations/${operation}.graphql`, import.meta.url), 'utf8');
    const { data, errors } = await ask(query, variables, token);
    expect(errors).toBeUndefined();
    return data;
  };
