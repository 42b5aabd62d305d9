import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { readCommandLine } from '@nexus/kit/command-line';
import { reasonOf } from '@nexus/kit/reasons';
import { StartupError } from '@nexus/kit/startup-error';
import { type CheckOptions, checkRepository } from './check-repository.ts';
import { github } from './reports/github.ts';
import { json } from './reports/json.ts';
import { junit } from './reports/junit.ts';
import { markdown } from './reports/markdown.ts';
import { type Format, ofSeverity } from './reports/report.ts';
import { text } from './reports/text.ts';

const FORMATS: Readonly<Record<string, Format>> = { text, markdown, github, json, junit };

const USAGE = `Usage: npm run schema:check -- [--base REF] [--subgraph NAME --schema FILE] [--format ${Object.keys(FORMATS).join('|')}] [--help]`;

const HELP = `${USAGE}

Compares the graph in the working tree with the one where the work left the main branch, and says what breaks for whom.

  --base REF        what to compare with: where HEAD left this branch or commit (default origin/main, or main)
  --subgraph NAME   reads the schema of this subgraph from
  --schema FILE     this file
  --format F        ${Object.keys(FORMATS).join(', ')} (default text)
  --comment FILE    writes the report there as well, as a comment on a pull request
  --usage FILE      what the gateway recorded (default operations/usage.json, where there is one)
  --operations DIR  the documents that clients are trusted with (default operations)
  --approvals FILE  what was accepted for a time (default schema-check.approvals.yaml)
  --config FILE     the subgraphs (default supergraph.yaml)
  --variants FILE   the variants (default variants.yaml)
  --help            this text

It ends with 0 when nothing is wrong, 1 when there are errors, 2 when it cannot check.`;

const OPTIONS = {
  base: { type: 'string' },
  subgraph: { type: 'string' },
  schema: { type: 'string' },
  format: { type: 'string', default: 'text' },
  comment: { type: 'string' },
  usage: { type: 'string' },
  operations: { type: 'string', default: 'operations' },
  approvals: { type: 'string', default: 'schema-check.approvals.yaml' },
  config: { type: 'string', default: 'supergraph.yaml' },
  variants: { type: 'string', default: 'variants.yaml' },
  help: { type: 'boolean', default: false },
} as const;

/** Runs the check as a command and says how it ended: 0 nothing is wrong, 1 there are errors, 2 it cannot check. */
export async function runSchemaCheck(args: readonly string[]): Promise<0 | 1 | 2> {
  try {
    const options = readOptions(args);
    if (options.help) return say(HELP);
    const format = FORMATS[options.format];
    if (!format) throw new StartupError(`There is no format "${options.format}". ${USAGE}`);
    const report = await checkRepository(checkOptionsOf(options));
    process.stdout.write(format(report));
    if (options.comment !== undefined) await writeComment(options.comment, markdown(report));
    return ofSeverity(report, 'error').length > 0 ? 1 : 0;
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    return 2;
  }
}

async function writeComment(file: string, comment: string): Promise<void> {
  await writeFile(file, comment).catch((error: unknown) => {
    throw new StartupError(`${file} cannot be written: ${reasonOf(error)}`);
  });
}

function say(words: string): 0 {
  console.log(words);
  return 0;
}

const readOptions = (args: readonly string[]) => readCommandLine(USAGE, { args: [...args], options: OPTIONS }).values;

function checkOptionsOf({ subgraph, schema, base, usage, ...files }: ReturnType<typeof readOptions>): CheckOptions {
  if ((subgraph === undefined) !== (schema === undefined)) {
    throw new StartupError('--subgraph and --schema go together: whose schema, and the file it is read from.');
  }
  const replacement = subgraph === undefined || schema === undefined ? undefined : { subgraph, schema };
  // Only where it lies by default may there be none: a misspelt name would make errors warnings.
  if (usage !== undefined && !existsSync(usage)) throw new StartupError(`There is no ${usage} in the working tree.`);
  return { ...files, usage: usage ?? 'operations/usage.json', base, replacement };
}
