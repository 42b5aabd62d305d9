import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { ACCESS_TOKEN, type Viewer } from '@nexus/contracts/viewer';
import { StartupError } from '@nexus/kit/startup-error';
import type postgres from 'postgres';

/** Somebody on whose behalf a developer asks; nobody has no `viewer`. */
export type DevViewer = { name: string; viewer: Viewer | undefined };

const NOBODY: DevViewer = { name: 'nobody', viewer: undefined };

/** By which a request says on whose behalf it is, where nobody has signed it: the name of a development viewer. */
export const VIEWER = 'x-development-viewer';

/** What is about one connection and not passed on, and what only a development viewer's request has. */
const NOT_PASSED_ON = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'content-length',
  'expect',
  VIEWER,
]);

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** Headers as they are passed on to the next server. */
export function headersOf(headers: Headers): Record<string, string | string[]> {
  const told = Object.entries(headers).filter((entry): entry is [string, string | string[]] => entry[1] !== undefined);
  return Object.fromEntries(told.filter(([name]) => !NOT_PASSED_ON.has(name)));
}

/** A session that nobody has: it cannot be ended. */
const SESSION = '01950000-0000-7000-8000-000000000000';
const OFFERED = 12;

/** Who can be asked as: people of the data, `wanted` first and also as an administrator; nobody last. */
export async function findViewers(sql: postgres.Sql, wanted: string): Promise<[DevViewer, ...DevViewer[]]> {
  const people = await sql<{ id: string; handle: string }[]>`
    select id, handle from users.user order by handle = ${wanted} desc, id limit ${OFFERED}`;
  const [first, ...others] = people.map(({ id, handle }) => ({ name: handle, viewer: { id, sessionId: SESSION } }));
  if (!first) return [NOBODY];
  if (first.name !== wanted) throw new StartupError(`--viewer: nobody here is called "${wanted}".`);
  const admin = { name: `${wanted} as ADMIN`, viewer: { ...first.viewer, role: 'ADMIN' as const } };
  return [first, admin, ...others, NOBODY];
}

/** Makes access tokens that no sign-in stands behind; the gateway that believes them is the one of this process. */
export type TokenMaker = { tokenOf(viewer: Viewer): string; jwks: { keys: object[] } };

const KEY_ID = 'development';
const LIFETIME_SECONDS = 12 * 3_600;

/** A token maker with a key that ends with the process. */
export function createTokenMaker(): TokenMaker {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: ACCESS_TOKEN.algorithm, use: 'sig' };
  return { jwks: { keys: [jwk] }, tokenOf: (viewer) => signToken(privateKey, viewer) };
}

function signToken(key: KeyObject, { id, sessionId, role }: Viewer): string {
  const { algorithm, type, issuer, audience } = ACCESS_TOKEN;
  const now = Math.floor(Date.now() / 1_000);
  const header = { alg: algorithm, typ: type, kid: KEY_ID };
  const claims = { iss: issuer, aud: audience, sub: id, sid: sessionId, role, iat: now, exp: now + LIFETIME_SECONDS };
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
}
