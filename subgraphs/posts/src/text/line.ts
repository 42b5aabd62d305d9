import { readText } from '@nexus/kit/text';

/** A text of one line as it is kept: whatever separates its words is one blank. BAD_USER_INPUT as for `readText`. */
export function readLine(raw: string, rule: Parameters<typeof readText>[1]): string {
  return readText(raw.replaceAll(/\s+/g, ' '), rule);
}
