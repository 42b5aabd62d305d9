/** Compares the schemas with an older version of themselves: `npm run schema:check -- --help`. */
import { runSchemaCheck } from '@nexus/schema-check/cli';

process.exitCode = await runSchemaCheck(process.argv.slice(2));
