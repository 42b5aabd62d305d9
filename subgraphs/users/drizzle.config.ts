import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: [
    './src/tables.ts',
    './src/graph-tables.ts',
    './src/account-tables.ts',
    './src/moderation-tables.ts',
    './src/audit-tables.ts',
  ],
  out: './migrations',
  schemaFilter: ['users'],
});
