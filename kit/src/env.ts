import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { z } from 'zod';
import { StartupError } from './startup-error.ts';

const PORT = 'a port is a number from 0 to 65532';

/** Reads the named environment variables by their schemas; an empty variable counts as unset. */
export function readEnv<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const read = z.object(shape).safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new StartupError(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}

/** Adds the variables of an `.env` file, where there is one; what the environment has already wins. Tests have none. */
export function readEnvFile(path: string): void {
  if (process.env.NODE_ENV !== 'test' && existsSync(path)) loadEnvFile(path);
}

/** A TCP port; 0 means any free one. Three more follow it. */
export const port = z.coerce.number(PORT).int(PORT).min(0, PORT).max(65_532, PORT);

/** An http or https address. */
export const webUrl = z.url({ protocol: /^https?$/, error: 'it must look like http://127.0.0.1:4001' });

/** `on` or `off`. */
export const toggle = z.enum(['on', 'off'], 'it is on or off').transform((value) => value === 'on');
