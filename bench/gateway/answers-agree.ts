import { deepStrictEqual } from 'node:assert/strict';
import { type RunningContender, TITLES } from './contenders/contenders.ts';
import { createBodies, type OperationName } from './operations.ts';

/** The answer of one gateway to the first request of an operation, as text. */
export async function askOnce(url: string, operation: OperationName): Promise<string> {
  const body = createBodies(operation, 'identical')();
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  return response.text();
}

/** Fails unless all contenders give the same data without errors. Returns the answer's text. */
export async function checkAnswersAgree(
  contenders: readonly RunningContender[],
  operation: OperationName,
): Promise<string> {
  const texts = await Promise.all(contenders.map(({ url }) => askOnce(url, operation)));
  const [first = ''] = texts;
  for (const [index, text] of texts.entries()) {
    const { data, errors }: { data?: unknown; errors?: unknown } = JSON.parse(text);
    const name = contenders[index]?.name ?? 'nexus';
    if (errors || !data) throw new Error(`${TITLES[name]} answered ${text.slice(0, 500)}`);
    deepStrictEqual(data, JSON.parse(first).data, `${TITLES[name]} gives another answer to "${operation}".`);
  }
  return first;
}
