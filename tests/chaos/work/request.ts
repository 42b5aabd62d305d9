import type { Answer } from '@nexus/contracts/testing';
import type { Entry } from './history.ts';
import type { Operation, Person } from './operation.ts';

/** Longer than anything the gateway may take: a request that is cut off here was never answered. */
const PATIENCE_MS = 15_000;

/** Sends one operation to the gateway and says what became of it. */
export async function send(gateway: string, person: Person, operation: Operation): Promise<Omit<Entry, 'client'>> {
  const sentAt = performance.now();
  const became = await ask(gateway, operation, person.token).then(
    (answer) => read(operation, answer),
    (error: Error) => ({ outcome: 'unknown' as const, reason: String(error.cause ?? error.message) }),
  );
  return { operation, sentAt, answeredAt: performance.now(), ...became };
}

/** Posts a GraphQL request; fails when there is no GraphQL answer. */
export async function ask(
  gateway: string,
  { query, variables }: Pick<Operation, 'query' | 'variables'>,
  token?: string,
): Promise<Answer> {
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ query, variables }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  // What a GraphQL server answers, or the error of reading something else.
  return (await response.json()) as Answer;
}

/** Codes of refusals; after any other error nobody knows whether the operation had its effect. */
const REFUSALS = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

type Became = Pick<Entry, 'outcome' | 'id' | 'reason'>;

function read({ name, effect }: Operation, { data, errors }: Answer): Became {
  const payload = data?.[name];
  const [error] = errors ?? payload?.userErrors ?? [];
  if (error) {
    const code: string = error.extensions?.code ?? error.code ?? 'no code';
    // A payload that says CONFLICT: the twin of this request is at work.
    return { outcome: REFUSALS.has(code) ? 'refused' : 'unknown', reason: `${name}: ${code} ${error.message}` };
  }
  if (!payload) return { outcome: 'refused', reason: `${name}: nothing there` };
  const id = payload.post?.id ?? payload.commentEdge?.node?.id ?? payload.share?.id;
  return { outcome: 'acked', ...('made' in effect && { id }) };
}
