import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';
import { parse } from 'yaml';
import { z } from 'zod';

/** One subgraph as supergraph.yaml names it; `file` is relative to the working directory. */
export type SubgraphSource = { name: string; url: string; file: string };

const supergraphConfig = z.object({
  subgraphs: z.record(z.string(), z.object({ routing_url: z.url(), schema: z.object({ file: z.string() }) })),
});

/** Reads a supergraph.yaml (rover's format; schema files relative to it); StartupError when it is not one. */
export async function readSupergraphConfig(configFile: string): Promise<SubgraphSource[]> {
  return parseSupergraphConfig(configFile, await readText(configFile));
}

/** Reads the text of a supergraph.yaml that lies, or lay, at `configFile`; StartupError when it is not one. */
export function parseSupergraphConfig(configFile: string, text: string): SubgraphSource[] {
  const { subgraphs } = checkConfig(configFile, text);
  return Object.entries(subgraphs).map(([name, { routing_url, schema }]) => ({
    name,
    url: routing_url,
    file: join(dirname(configFile), schema.file),
  }));
}

/** Reads a text file; StartupError when it cannot. */
export async function readText(file: string): Promise<string> {
  return await readFile(file, 'utf8').catch((problem) => {
    throw new StartupError(`Cannot read ${file}: ${problem.message}`);
  });
}

function checkConfig(configFile: string, text: string): z.infer<typeof supergraphConfig> {
  try {
    return supergraphConfig.parse(parse(text));
  } catch (problem) {
    const reason = problem instanceof z.ZodError ? z.prettifyError(problem) : String(problem);
    throw new StartupError(`${configFile} is not a supergraph configuration.\n${reason}`);
  }
}
