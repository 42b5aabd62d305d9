import { type UsageExport, usageExport } from '@nexus/gateway/usage/usage-export';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { parse } from 'graphql';
import { z } from 'zod';
import { workingTree } from '../repository/files.ts';

/** Reads what the gateway recorded; undefined where nothing was, StartupError where it is something else. */
export async function readUsage(file: string): Promise<UsageExport | undefined> {
  const text = (await workingTree.read([file])).get(file);
  if (text === undefined) return undefined;
  try {
    const usage = usageExport.parse(JSON.parse(text));
    for (const { body } of usage.operations) parse(body);
    return usage;
  } catch (problem) {
    const reason = problem instanceof z.ZodError ? z.prettifyError(problem) : reasonOf(problem);
    throw new StartupError(`${file} does not tell of usage: npm run usage -- export writes what does.\n${reason}`);
  }
}
