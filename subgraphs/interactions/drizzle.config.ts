import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/tables.ts', './src/bookmark-tables.ts', './src/analytics-tables.ts'],
  out: './migrations',
  schemaFilter: ['interactions'],
});
