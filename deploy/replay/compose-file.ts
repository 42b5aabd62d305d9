import { readFile } from 'node:fs/promises';
import { StartupError } from '@nexus/kit/startup-error';
import { parse } from 'yaml';
import { z } from 'zod';

const DEFAULT_GRACE = '10s';

const conditionSchema = z.enum(['service_started', 'service_healthy', 'service_completed_successfully']);

const serviceSchema = z.object({
  build: z
    .object({
      context: z.literal('.'),
      dockerfile: z.string(),
      target: z.string(),
      args: z.record(z.string(), z.string()).default({}),
    })
    .optional(),
  image: z.string().optional(),
  command: z.array(z.string()).default([]),
  /** In milliseconds. */
  stop_grace_period: z
    .string()
    .regex(/^\d+s$/)
    .default(DEFAULT_GRACE)
    .transform((seconds) => Number.parseInt(seconds, 10) * 1_000),
  environment: z.record(z.string(), z.string()).default({}),
  ports: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: conditionSchema })).default({}),
  healthcheck: z.object({ test: z.array(z.string()) }).optional(),
  read_only: z.boolean().default(false),
});

export type ComposeService = z.infer<typeof serviceSchema>;
export type Services = Record<string, ComposeService>;

/** The services of a compose file, its `${VARIABLES}` taken from `variables`; a StartupError when one is missing. */
export async function readComposeFile(file: string, variables: Record<string, string>): Promise<Services> {
  const text = interpolate(await readFile(file, 'utf8'), variables);
  return z.object({ services: z.record(z.string(), serviceSchema) }).parse(parse(text, { merge: true })).services;
}

/** `${NAME}`, `${NAME:-default}` and `${NAME:?why it is needed}`, as written in a text. */
export function variablesOf(text: string): { name: string; isRequired: boolean; fallback: string | undefined }[] {
  return [...text.matchAll(VARIABLE)].map(([, name = '', operator, rest]) => ({
    name,
    isRequired: operator === ':?',
    fallback: operator === ':-' ? rest : undefined,
  }));
}

const VARIABLE = /\$\{(\w+)(?:(:[-?])([^}]*))?\}/g;

function interpolate(text: string, variables: Record<string, string>): string {
  return text.replaceAll(VARIABLE, (written) => {
    const [variable] = variablesOf(written);
    const value = variables[variable?.name ?? ''] || variable?.fallback;
    if (value === undefined) throw new StartupError(`The compose file wants ${written}.`);
    return value;
  });
}
