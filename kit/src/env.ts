import { z } from 'zod';
import { StartupError } from './startup-error.ts';

/** Reads the named environment variables by their schemas; an empty variable counts as unset. */
export function readEnv<Shape extends z.ZodRawShape>(shape: Shape): z.infer<z.ZodObject<Shape>> {
  const given = Object.entries(process.env).filter(([, value]) => value !== '');
  const read = z.object(shape).safeParse(Object.fromEntries(given));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new StartupError(`The environment variable ${issue?.path.join('.')} is not usable: ${issue?.message}.`);
}

/** A TCP port; 0 means any free one. */
export const port = z.coerce.number().int().min(0).max(65_535);

/** `on` or `off`. */
export const toggle = z.enum(['on', 'off']).transform((value) => value === 'on');
