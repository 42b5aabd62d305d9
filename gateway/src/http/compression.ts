import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * In bytes. Compressing costs some 60 µs of processor time however short the text is; what fits into three packets
 * arrives no sooner for it.
 */
export const COMPRESS_FROM = 4_096;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

// The lowest levels: the next ones take twice the processor time for a few percent of the size.
const BROTLI = {
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT },
};
const GZIP = { level: 1 };

const COMPRESSORS = {
  br: (text: string) => brotli(text, BROTLI),
  gzip: (text: string) => zip(text, GZIP),
} as const;

type Encoding = keyof typeof COMPRESSORS;
const PREFERRED: readonly Encoding[] = ['br', 'gzip'];

/** The encoding in which a client takes an answer, after its `accept-encoding`; undefined: as it is. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  if (accepted === undefined) return undefined;
  const names = accepted.toLowerCase().split(',').filter(isWanted).map(nameOf);
  return PREFERRED.find((encoding) => names.includes(encoding));
}

const isWanted = (offer: string): boolean => !/;\s*q=0(\.0*)?\s*$/.test(offer);
const nameOf = (offer: string): string => (offer.split(';', 1)[0] ?? '').trim();

/** Compresses on another thread. Answers hold no secret of a cookie, so that their length betrays nothing (BREACH). */
export const compress = (text: string, encoding: Encoding): Promise<Buffer> => COMPRESSORS[encoding](text);
