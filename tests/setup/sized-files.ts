import { globSync, readFileSync } from 'node:fs';

/** Of the test files those that have two sizes: they are all that there is to a thorough run. */
export function sizedFiles(include: string[]): string[] {
  const files = globSync(include, { exclude: ['**/node_modules'] });
  return files.filter((file) => readFileSync(file, 'utf8').includes("from '@nexus/kit/testing/thoroughness'"));
}
