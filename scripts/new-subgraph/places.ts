import { SUBGRAPHS } from '@nexus/contracts/subgraph-names';
import { CONNECTIONS } from '@nexus/kit/server';
import type { Names } from './names.ts';
import type { Place } from './register.ts';

const FIRST_PORT = 4001;
const LAST = SUBGRAPHS[SUBGRAPHS.length - 1] ?? '';
/** What compose gives Postgres: enough for two of each of four subgraphs, and for the migration and superusers. */
const ALLOWED_CONNECTIONS = 200;
const OTHER_CONNECTIONS = 10;

/** Behind the last item of a list that begins so, whether there is a comma after it or not. */
const endOfList = (beginning: string) => new RegExp(`${beginning}[^\\]]*?(?=,?\\s*\\])`);

/** Everything that lists subgraphs and cannot follow from `SUBGRAPHS`. */
export function placesOf(names: Names): Place[] {
  return [...contracts(names), ...users(names), ...graph(names), ...deployment(names), ...tests(names)];
}

function contracts({ subgraph, entity_key, entities_key }: Names): Place[] {
  return [
    { file: 'contracts/src/subgraph-names.ts', after: endOfList('SUBGRAPHS = \\['), text: `, '${subgraph}'` },
    { file: 'contracts/src/ids.ts', after: endOfList('KINDS = \\['), text: `, '${entity_key}'` },
    {
      file: 'contracts/src/erasure-events.ts',
      before: /\} as const;\n$/,
      text: `  '${subgraph}.erasure.progressed.v1': progress,\n`,
    },
    {
      file: 'contracts/src/export.ts',
      before: /\} as const satisfies Record<SubgraphName/,
      text: `  ${subgraph}: ['${entities_key}'],\n`,
    },
  ];
}

/** `node` finds an object of any subgraph, and the deletion of an account waits for all of them: both are users'. */
function users({ subgraph, Entity, entity_key, ...names }: Names): Place[] {
  return [
    {
      file: 'subgraphs/users/src/erasure/progress.service.ts',
      before: /\};\n$/,
      text: `  '${subgraph}.erasure.progressed.v1': heardFrom('${subgraph}'),\n`,
    },
    {
      file: 'subgraphs/users/src/node/node.service.ts',
      before: /\} as const satisfies Partial<Record<IdKind/,
      text: `  ${entity_key}: '${Entity}',\n`,
    },
    { file: 'subgraphs/users/src/policies.ts', before: /\}\);\n$/, text: `  ${Entity}: { public: 'id' },\n` },
    {
      file: 'subgraphs/users/schema.graphql',
      after: /\n$/,
      text: `
"${names['A word']} of the viewer; nobody else sees it."
type ${Entity} implements Node @key(fields: "id", resolvable: false) {
  "${names['A word']} id (\`${entity_key}_…\`)."
  id: ID!
}
`,
    },
  ];
}

function graph({ subgraph, Entity, words, ...names }: Names): Place[] {
  const port = FIRST_PORT + SUBGRAPHS.length;
  return [
    {
      file: 'supergraph.yaml',
      after: /\n$/,
      text: `  ${subgraph}:
    routing_url: http://127.0.0.1:${port}/graphql
    schema:
      file: ./subgraphs/${subgraph}/schema.graphql
`,
    },
    {
      file: 'codegen.ts',
      before: /\};\n\nconst config: CodegenConfig/,
      text: `  ${subgraph}: {
    ${Entity}: './tables/${names['entities-file']}.ts#${Entity}Row',
    Viewer: '{ id: string }',
  },
`,
    },
    {
      file: 'scripts/subgraphs.ts',
      before: /import \{ importPart as posts/,
      text: `import { ${subgraph}Subgraph } from '@nexus/${subgraph}/subgraph';\n`,
    },
    { file: 'scripts/subgraphs.ts', after: endOfList('<object>\\[\\] = \\['), text: `, ${subgraph}Subgraph` },
    {
      file: 'README.md',
      after: new RegExp(`\\| \`subgraphs/${LAST}\` .*\n`),
      text: `| \`subgraphs/${subgraph}\` | ${words} |\n`,
    },
  ];
}

function deployment({ subgraph }: Names): Place[] {
  const [NAME, BEFORE] = [subgraph.toUpperCase(), LAST.toUpperCase()];
  const port = FIRST_PORT + SUBGRAPHS.length;
  const image = `{ context: ., dockerfile: deploy/Dockerfile, target: service, args: { SERVICE: subgraphs/${subgraph} } }`;
  const inDockerfile = [
    {
      after: new RegExp(`COPY subgraphs/${LAST}/.*\n`),
      text: `COPY subgraphs/${subgraph}/package.json subgraphs/${subgraph}/\n`,
    },
    { after: new RegExp(`--workspace=subgraphs/${LAST}\\b`), text: ` --workspace=subgraphs/${subgraph}` },
    { after: new RegExp(`\\b${BEFORE}_PORT=4000\\b`), text: ` ${NAME}_PORT=4000` },
  ];
  const inCompose = [
    { after: new RegExp(`  ${BEFORE}_URL: .*\n`), text: `  ${NAME}_URL: http://${subgraph}:4000\n` },
    {
      after: new RegExp(`      ${LAST}: \\{ condition: service_healthy \\}\n`),
      text: `      ${subgraph}: { condition: service_healthy }\n`,
    },
    ...connectionsFor(SUBGRAPHS.length + 1),
    { before: / {2}# Runs to its end at every/, text: `  ${subgraph}:\n    <<: *subgraph\n    build: ${image}\n\n` },
  ];
  return [
    ...inDockerfile.map((place) => ({ file: 'deploy/Dockerfile', ...place })),
    ...inCompose.map((place) => ({ file: 'docker-compose.yml', ...place })),
    { file: '.env.example', after: new RegExp(`#${BEFORE}_PORT=.*\n`), text: `#${NAME}_PORT=${port}\n` },
    {
      file: '.env.example',
      after: new RegExp(`#${BEFORE}_URL=.*\n`),
      text: `#${NAME}_URL=http://127.0.0.1:${port}\n`,
    },
  ];
}

/** A deploy runs two of each subgraph for a while. */
function connectionsFor(subgraphs: number) {
  const needed = 2 * subgraphs * CONNECTIONS + OTHER_CONNECTIONS;
  const allowed = 100 * Math.ceil(needed / 100);
  return needed <= ALLOWED_CONNECTIONS ? [] : [{ replace: /max_connections=\d+/, text: `max_connections=${allowed}` }];
}

function tests({ subgraph }: Names): Place[] {
  const file = 'tests/setup/rooms.ts';
  return [
    { file, before: /import type/, text: `import { ${subgraph}Room } from '../rooms/${subgraph}.ts';\n` },
    {
      file,
      after: endOfList('Room\\[\\] = \\['),
      text: SUBGRAPHS.length > 3 ? `, ${subgraph}Room` : `${subgraph}Room`,
    },
  ];
}
