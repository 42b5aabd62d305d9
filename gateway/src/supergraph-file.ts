import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartupError } from '@nexus/kit/startup-error';

const WHOLE = fileURLToPath(new URL('../supergraph.graphql', import.meta.url));
const VARIANTS = fileURLToPath(new URL('../schemas/', import.meta.url));

/** The composed supergraph of Nexus, or of one of its variants; StartupError when there is no such variant. */
export function supergraphFile(variant: string | undefined): string {
  if (variant === undefined) return WHOLE;
  const file = `${VARIANTS}${variant}.graphql`;
  if (existsSync(file)) return file;
  throw new StartupError(`There is no variant ${variant}: there are ${variantNames().join(', ')}.`);
}

function variantNames(): string[] {
  const names = readdirSync(VARIANTS).filter((name) => name.endsWith('.api.graphql'));
  return names.map((name) => name.slice(0, -'.api.graphql'.length)).sort();
}
