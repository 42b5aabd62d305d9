import { SingleBar } from 'cli-progress';

/** Hears how an import goes on, in bytes read. */
export type Progress = { start(total: number): void; add(bytes: number): void; stop(): void };

/** A bar with rate and remaining time on a terminal; a line at every tenth elsewhere. */
export function showProgress(title: string): Progress {
  return process.stdout.isTTY ? showBar(title) : printTenths(title);
}

export const SILENT: Progress = { start: () => undefined, add: () => undefined, stop: () => undefined };

function showBar(title: string): Progress {
  const startedAt = Date.now();
  let read = 0;
  const bar = new SingleBar({
    format: `${title} {bar} {percentage} % · {rate} kB/s · {eta_formatted} left`,
    barsize: 30,
    hideCursor: true,
    etaBuffer: 200,
  });
  return {
    start: (total) => bar.start(total, 0, { rate: 0 }),
    add: (bytes) => {
      read += bytes;
      bar.update(read, { rate: kilobytesPerSecond(read, startedAt) });
    },
    stop: () => bar.stop(),
  };
}

function printTenths(title: string): Progress {
  const startedAt = Date.now();
  let total = 1;
  let read = 0;
  let told = 0;
  return {
    start: (bytes) => {
      total = Math.max(bytes, 1);
    },
    add: (bytes) => {
      read += bytes;
      const tenth = Math.floor((10 * read) / total);
      if (tenth <= told) return;
      told = tenth;
      const rate = kilobytesPerSecond(read, startedAt);
      const left = Math.ceil((total - read) / 1_000 / Math.max(rate, 1));
      console.log(`${title}: ${Math.min(tenth * 10, 100)} %, ${rate} kB/s, ${Math.max(left, 0)} s left`);
    },
    stop: () => undefined,
  };
}

const kilobytesPerSecond = (bytes: number, startedAt: number) =>
  Math.round(bytes / Math.max(Date.now() - startedAt, 1));
