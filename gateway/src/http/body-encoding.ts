import type { IncomingHttpHeaders } from 'node:http';
import { HttpRefusal } from './http-errors.ts';

/** Refuses 415 a body that is compressed or in another charset than UTF-8: it would be read as what it is not. */
export function requirePlainUtf8(headers: IncomingHttpHeaders): void {
  const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = headers;
  if (encoding.toLowerCase() !== 'identity') throw unsupported('The request body must not be compressed.');
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(type) ?? [];
  if (!/^utf-?8$/i.test(charset)) throw unsupported('The request body must be in UTF-8.');
}

const unsupported = (message: string) => new HttpRefusal({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message });
