import { createHash, type Hash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive: lines of JSON, opened when its turn comes. */
export type ArchivePart = { name: string; open(): Promise<Readable> };

type Listed = { name: string; rows: number; bytes: number; sha256: string };

/**
 * A zip of all parts, one after the other, and a manifest that says of each how many rows and bytes it has and their
 * SHA-256: whoever has the archive can tell that nothing is missing. Streams: no part is ever whole in memory.
 */
export async function* createArchive(parts: readonly ArchivePart[], about: object): AsyncGenerator<Buffer> {
  const zip = new ZipFile();
  const listed: Listed[] = [];
  // The typings know less than the stream that it is.
  const output = zip.outputStream as Readable;
  zip.on('error', (error) => output.destroy(error));
  for (const part of parts) {
    addLazily(zip, `${part.name}.ndjson`, async () => (await part.open()).pipe(measure(part.name, listed)));
  }
  addLazily(zip, 'manifest.json', async () => {
    const manifest = { ...about, parts: listed };
    return Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]);
  });
  zip.end();
  for await (const chunk of output) yield chunk;
}

function addLazily(zip: ZipFile, name: string, open: () => Promise<NodeJS.ReadableStream>): void {
  zip.addReadStreamLazy(name, (give) => {
    open().then(
      (stream) => give(undefined, stream),
      // Without a stream nothing would follow: the error is told in its place.
      (error) => zip.emit('error', error),
    );
  });
}

const LINE_BREAK = 10;

/** Passes bytes on and lists the file when it is over. */
function measure(name: string, listed: Listed[]): Transform {
  const hash: Hash = createHash('sha256');
  let bytes = 0;
  let rows = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      bytes += chunk.length;
      for (const byte of chunk) if (byte === LINE_BREAK) rows += 1;
      done(null, chunk);
    },
    flush(done) {
      listed.push({ name: `${name}.ndjson`, rows, bytes, sha256: hash.digest('hex') });
      done();
    },
  });
}
