import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** The person whom the playground offers to sign in as. */
export type DemoPerson = { handle: string; password: string };

/** Somebody on whose behalf the page may ask: what it sends to be taken for them. */
export type PlaygroundViewer = { name: string; headers: Readonly<Record<string, string>> };

/** What is wrong with the graph while somebody develops it, with the source lines that it is about. */
export type PlaygroundProblem = {
  level: 'error' | 'hint';
  code: string;
  message: string;
  places: readonly { file: string; line: number; column: number; text: string }[];
};

/** What the page shows now: a new `version` has it read the schema again. */
export type PlaygroundState = { version: string; problems: readonly PlaygroundProblem[] };

export type PlaygroundOptions = {
  demo?: DemoPerson;
  title?: string;
  /** What is in the tabs at first; absent: the operations of the repository that the API answers. */
  examples?: readonly string[];
  /** Whom one may ask as, without a password: only where nothing is real. Asked on each visit. */
  viewers?: () => Promise<readonly PlaygroundViewer[]>;
  /** Absent: nothing changes while the page is open. */
  state?: () => PlaygroundState;
};

/** Where Apollo Sandbox runs: it may call us from the browser in development. */
export const SANDBOX_ORIGIN = 'https://studio.apollographql.com';

const ASSETS = fileURLToPath(new URL('assets', import.meta.url));
const OPERATIONS = fileURLToPath(new URL('../../../operations', import.meta.url));

/** Everything the page loads, by its address: our own files, and GraphiQL with React from npm. Nothing comes from a CDN. */
const FILES: Readonly<Record<string, string>> = {
  '/': join(ASSETS, 'page.html'),
  '/playground/playground.css': join(ASSETS, 'playground.css'),
  '/playground/playground.js': join(ASSETS, 'playground.js'),
  '/playground/session.js': join(ASSETS, 'session.js'),
  '/playground/development.js': join(ASSETS, 'development.js'),
  '/playground/graphiql.css': inPackage('graphiql', 'graphiql.min.css'),
  '/playground/graphiql.js': inPackage('graphiql', 'graphiql.min.js'),
  '/playground/react.js': inPackage('react', 'umd/react.production.min.js'),
  '/playground/react-dom.js': inPackage('react-dom', 'umd/react-dom.production.min.js'),
};

// Styles: GraphiQL's dialogs insert a style element to lock scrolling. Fonts and icons are data URLs in its sheet.
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

type Api = () => GraphQLSchema | undefined;

/** Serves GraphiQL at `/`, with those of the repository's operations as tabs that the API answers, and a way to sign in. */
export function addPlayground(app: FastifyInstance, options: PlaygroundOptions = {}, api?: Api): void {
  const { demo, title, examples, viewers, state } = options;
  app.register(fastifyStatic, { serve: false });
  for (const [address, file] of Object.entries(FILES)) {
    app.get(address, (_, reply) =>
      reply
        .header('content-security-policy', CONTENT_SECURITY_POLICY)
        .sendFile(basename(file), dirname(file), { maxAge: 0 }),
    );
  }
  app.get('/playground/settings.json', async () => ({
    demo,
    title,
    operations: examples ?? (await readOperations()).filter((text) => isAnswered(text, api?.())),
    viewers: await viewers?.(),
    changes: state && true,
  }));
  if (state) app.get('/playground/state.json', async () => state());
}

/** A variant has no tabs for what it hides, nor another graph for what is of this one. */
function isAnswered(operation: string, api: GraphQLSchema | undefined): boolean {
  if (!api) return true;
  try {
    return validate(api, parse(operation)).length === 0;
  } catch (error) {
    // Somebody is writing it.
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/** The tab that a newcomer sees first. */
const WELCOME = 'home-feed.graphql';

/** The example operations, the welcome before the others by name; read on each visit, so that an edit shows on reload. */
async function readOperations(): Promise<string[]> {
  const files = await readdir(OPERATIONS).catch((): string[] => []);
  const others = files.filter((file) => file.endsWith('.graphql') && file !== WELCOME).sort();
  const documents = files.includes(WELCOME) ? [WELCOME, ...others] : others;
  return Promise.all(documents.map((file) => readFile(join(OPERATIONS, file), 'utf8')));
}

function inPackage(name: string, file: string): string {
  return join(dirname(createRequire(import.meta.url).resolve(`${name}/package.json`)), file);
}
