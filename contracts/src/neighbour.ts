import { deriveKey } from '@nexus/kit/secrets';
import type { App } from '@nexus/kit/subgraph';
import { jwtVerify, SignJWT } from 'jose';
import type { z } from 'zod';
import type { Services } from './agreement.ts';
import type { SubgraphName } from './subgraph-names.ts';

export type ServiceName = SubgraphName | 'gateway';

const SERVICE_TOKEN = { type: 'nexus-service+jwt', algorithm: 'HS256' } as const;
const LIFETIME_SECONDS = 30;
const CLOCK_TOLERANCE_SECONDS = 5;
/** What is asked on the way of a request has to be quick; who can wait says so. */
const PATIENCE_MS = 1_000;

/** Another key than the gateway's: whoever speaks for a viewer does not speak for a service, nor the other way. */
const serviceKey = (secret: string, audience: SubgraphName) => deriveKey(secret, `service assertion ${audience}`);

type Asked = {
  from: ServiceName;
  to: SubgraphName;
  path: `/internal/${string}`;
  body: object;
  patienceMs?: number;
};

/**
 * Asks another service of ours, as a service and not for a viewer. Undefined where it is not known where the other
 * answers, or where it has nothing to say (404). Throws when it does not answer in time, or with anything but 200.
 */
export async function askNeighbour(
  { neighbours, secret }: Pick<Services, 'neighbours' | 'secret'>,
  { from, to, path, body, patienceMs = PATIENCE_MS }: Asked,
): Promise<Response | undefined> {
  const origin = neighbours[to];
  if (origin === undefined) return undefined;
  const response = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await signService(secret, { from, to })}` },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(patienceMs),
  });
  if (response.ok) return response;
  await response.body?.cancel();
  if (response.status === 404) return undefined;
  throw new Error(`${to} answered ${response.status} to ${from} at ${path}`);
}

/** Signs that one service asks another, valid 30 s. */
function signService(secret: string, { from, to }: Pick<Asked, 'from' | 'to'>): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: SERVICE_TOKEN.algorithm, typ: SERVICE_TOKEN.type })
    .setIssuer(from)
    .setAudience(to)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .sign(serviceKey(secret, to));
}

const REFUSED = { errors: [{ message: 'This is for services only.', extensions: { code: 'UNAUTHENTICATED' } }] };

const NOTHING = { errors: [{ message: 'There is nothing here.', extensions: { code: 'NOT_FOUND' } }] };

type InternalRoute<Body extends z.ZodType> = {
  name: SubgraphName;
  path: `/internal/${string}`;
  body: Body;
  /** What is sent: as JSON, or a stream as it is; undefined is 404. */
  answer(body: z.infer<Body>): Promise<unknown>;
};

/** A route for services of ours only: a POST whose caller has signed as one. Others get 401, as everywhere here. */
export function addInternalRoute<Body extends z.ZodType>(
  app: App,
  secret: string,
  { name, path, body, answer }: InternalRoute<Body>,
): void {
  const key = serviceKey(secret, name);
  app.post(path, async ({ headers, body: sent }, reply) => {
    try {
      await verifyService(key, name, headers.authorization);
    } catch {
      return await reply.code(401).send(REFUSED);
    }
    return (await answer(body.parse(sent))) ?? reply.code(404).send(NOTHING);
  });
}

async function verifyService(key: Uint8Array, audience: string, authorization = ''): Promise<void> {
  await jwtVerify(authorization.replace(/^Bearer /, ''), key, {
    algorithms: [SERVICE_TOKEN.algorithm],
    typ: SERVICE_TOKEN.type,
    audience,
    requiredClaims: ['exp', 'iss'],
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  });
}
