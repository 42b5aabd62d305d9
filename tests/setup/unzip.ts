import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_HEADER = 46;
const LOCAL_HEADER = 30;

/** The files of a small zip archive by name, read by its central directory (APPNOTE 4.3). */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.length - 22;
  if (archive.readUInt32LE(end) !== END_OF_DIRECTORY) throw new Error('this is no whole zip archive');
  const files = new Map<string, string>();
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + DIRECTORY_HEADER, at + DIRECTORY_HEADER + nameLength);
    files.set(name, readFile(archive, archive.readUInt32LE(at + 42), archive.readUInt32LE(at + 20)));
    at += DIRECTORY_HEADER + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return files;
}

function readFile(archive: Buffer, at: number, compressedSize: number): string {
  const start = at + LOCAL_HEADER + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28);
  return inflateRawSync(archive.subarray(start, start + compressedSize)).toString('utf8');
}
