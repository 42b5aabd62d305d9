import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { StartupError } from '@nexus/kit/startup-error';

const FOLDER = fileURLToPath(new URL('../../hive', import.meta.url));
const BIN = `${FOLDER}/node_modules/@graphql-hive/gateway/dist/bin.js`;

/** The command of Hive Gateway, installed beside Nexus and not into it: nothing of it reaches a service. */
export function hiveBin(): string {
  if (existsSync(BIN)) return BIN;
  console.error('Installing Hive Gateway into bench/hive (once, some 500 MB) …');
  const { status, stderr } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status === 0) return BIN;
  throw new StartupError(
    `Hive Gateway could not be installed into bench/hive; measure without it: --only nexus,apollo,limit.\n${stderr}`,
  );
}
