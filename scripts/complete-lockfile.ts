/**
 * npm leaves out of the lock file the platform binaries it could not see, and `npm ci` then refuses it as out of sync.
 * This adds them, so that a lock file written on one machine installs on all: `npm run lock`.
 */
import { readFileSync, writeFileSync } from 'node:fs';

type Entry = {
  version: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
};

const LOCKFILE = 'package-lock.json';
const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync(LOCKFILE, 'utf8'));

for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (isLocked(name)) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      ...(owner.dev && { dev: true }),
      optional: true,
      ...platformOf(name),
    };
    console.log(`Added ${name} ${version}.`);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(LOCKFILE, `${JSON.stringify(lock, undefined, 2)}\n`);

function isLocked(name: string): boolean {
  return Object.keys(lock.packages).some((path) => path.endsWith(`node_modules/${name}`));
}

/** Such packages are named after where they run: `cli-linux-x64-musl`, `binding-win32-arm64-msvc`. */
function platformOf(name: string): Pick<Entry, 'os' | 'cpu' | 'libc'> {
  const [, os, cpu, abi] = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)-?(\w*)$/.exec(name) ?? [];
  const libc = os === 'linux' && (abi?.startsWith('musl') ? 'musl' : 'glibc');
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) };
}
