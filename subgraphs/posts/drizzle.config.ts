import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/tables.ts', './src/content-tables.ts', './src/discovery-tables.ts'],
  out: './migrations',
  schemaFilter: ['posts'],
});
