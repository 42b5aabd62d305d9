import type { Finding } from '../../src/finding.ts';

/** A finding as a case of the corpus writes it: `error FIELD_REMOVED User.email: Me`. */
export function inWords({ severity, code, coordinate, variant, operations }: Finding): string {
  const names = operations.map(({ name }) => name).sort();
  const where = variant === undefined ? [] : [`in ${variant}`];
  const words = [severity, code, ...(coordinate === undefined ? [] : [coordinate]), ...where].join(' ');
  return names.length === 0 ? words : `${words}: ${names.join(', ')}`;
}
