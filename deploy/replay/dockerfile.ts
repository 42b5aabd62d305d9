import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { StartupError } from '@nexus/kit/startup-error';

type Instruction = { name: string; text: string };
type Stage = { name: string; base: string; instructions: Instruction[] };

/** What a build does, in order. Paths of the image are absolute, those of sources count from the context. */
export type Step =
  | { does: 'copy'; sources: string[]; target: string }
  | { does: 'run'; command: string; directory: string; environment: Record<string, string> };

/** One image: how to build it and how to run it. */
export type Recipe = {
  base: string;
  steps: Step[];
  environment: Record<string, string>;
  directory: string;
  user: string | undefined;
  stopSignal: string | undefined;
  healthcheck: string[] | undefined;
  command: string[];
};

/** Reads a Dockerfile up to a target stage with the given build arguments; knows the instructions that ours has. */
export async function readRecipe(file: string, target: string, args: Record<string, string>): Promise<Recipe> {
  const stages = parseStages(await readFile(file, 'utf8'));
  const stage = stages.find(({ name }) => name === target);
  if (!stage) throw new StartupError(`${file} has no stage ${target}.`);
  const base = stages.find(({ name }) => name === stage.base);
  const recipe = emptyRecipe(base?.base ?? stage.base);
  for (const { name, text } of [...(base?.instructions ?? []), ...stage.instructions]) {
    const apply = INSTRUCTIONS[name];
    if (!apply) throw new StartupError(`The replay does not know the instruction ${name}.`);
    apply(recipe, text, args);
  }
  return recipe;
}

const emptyRecipe = (base: string): Recipe => ({
  base,
  steps: [],
  environment: {},
  directory: '/',
  user: undefined,
  stopSignal: undefined,
  healthcheck: undefined,
  command: [],
});

function parseStages(source: string): Stage[] {
  const lines = source.replaceAll(/^\s*#.*\n/gm, '').replaceAll(/\\\n\s*/g, ' ');
  const stages: Stage[] = [];
  for (const line of lines.split('\n').filter((line) => line.trim() !== '')) {
    const [, name = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line.trim()) ?? [];
    const [, base, stage] = /^(\S+) AS (\S+)$/.exec(text) ?? [];
    if (name === 'FROM' && base && stage) stages.push({ name: stage, base, instructions: [] });
    else stages.at(-1)?.instructions.push({ name, text });
  }
  return stages;
}

type Variables = Record<string, string>;

const INSTRUCTIONS: Record<string, (recipe: Recipe, text: string, variables: Variables) => void> = {
  ARG: (_, name, variables) => {
    if (variables[name] === undefined) throw new StartupError(`The Dockerfile wants the build argument ${name}.`);
  },
  ENV: (recipe, text) => Object.assign(recipe.environment, Object.fromEntries(words(text).map(splitPair))),
  WORKDIR: (recipe, text, variables) => {
    recipe.directory = posix.resolve(recipe.directory, fill(text, variables));
  },
  COPY: (recipe, text, variables) => recipe.steps.push(copyStep(recipe, words(fill(text, variables)))),
  RUN: (recipe, text, variables) => recipe.steps.push(runStep(recipe, fill(text, variables))),
  HEALTHCHECK: (recipe, text) => {
    recipe.healthcheck = JSON.parse(text.slice(text.indexOf('[')));
  },
  CMD: (recipe, text) => {
    recipe.command = JSON.parse(text);
  },
  USER: (recipe, user) => {
    recipe.user = user;
  },
  STOPSIGNAL: (recipe, signal) => {
    recipe.stopSignal = signal;
  },
  EXPOSE: () => undefined,
};

const words = (text: string) => text.split(/\s+/);
const splitPair = (word: string) => word.split('=');

const fill = (text: string, variables: Variables) =>
  text.replaceAll(/\$\{(\w+)\}/g, (_, name: string) => variables[name] ?? '');

function copyStep({ directory }: Recipe, names: string[]): Step {
  const target = names.at(-1) ?? '.';
  return { does: 'copy', sources: names.slice(0, -1), target: posix.resolve(directory, target) };
}

function runStep({ directory, environment }: Recipe, text: string): Step {
  const command = text.replaceAll(/--mount=\S+\s+/g, '').replaceAll(/\s+/g, ' ');
  return { does: 'run', command, directory, environment: { ...environment } };
}
