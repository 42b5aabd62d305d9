import type { ImportPart } from '@nexus/contracts/import';
import { importFollows, importUsers } from './import/import.service.ts';

/** People, who sign in by handle for they come without an e-mail address, and whom they follow. */
export const importPart: ImportPart = { users: importUsers, follows: importFollows };
