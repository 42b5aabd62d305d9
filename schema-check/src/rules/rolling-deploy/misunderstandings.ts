import type { FetchNode } from '@apollo/query-planner';
import type { ParsedSubgraph } from '@nexus/gateway/composition/parse-subgraph';
import { type ASTNode, parse, TypeInfo, validate, visit, visitWithTypeInfo } from 'graphql';
import type { Composed } from '../../change.ts';
import { type SubgraphReading, subgraphOf } from '../reading/subgraph.ts';
import { supergraphOf } from '../reading/supergraph.ts';
import { unfitAnswers } from './unfit-answers.ts';
import { unfitInputs } from './unfit-inputs.ts';
import { unknownEntities } from './unknown-entities.ts';

/** Why a subgraph of another version cannot answer a fetch, or not as the gateway expects. */
export type Misunderstanding = { coordinate: string | undefined; reason: string };

/** `own` is the subgraph that the plan was made for, `server` the one that is asked. */
type Parties = { composed: Composed; own: ParsedSubgraph | undefined; server: ParsedSubgraph | undefined };

/** All that goes wrong when a fetch of one version of the graph reaches a subgraph of another. */
export function misunderstandings(fetch: FetchNode, { composed, own, server }: Parties): Misunderstanding[] {
  const document = parse(fetch.operation, { noLocation: true });
  if (!server) return [absent(fetch.serviceName, own && fieldsOf(document, subgraphOf(own)))];
  const asked = subgraphOf(server);
  const fields = fieldsOf(document, own ? subgraphOf(own) : asked);
  const refused = validate(asked.schema, document).map(({ message, nodes }) => ({
    coordinate: nodes?.map((node) => fields.get(node)).find((coordinate) => coordinate !== undefined),
    reason: `${server.name} refuses it: ${message.replace(/ Did you mean .*/, '')}`.replace(/\.$/, ''),
  }));
  if (refused.length > 0) return refused;
  const gateway = supergraphOf(composed);
  return [
    ...movedAway([...fields.values()], { asked, own }),
    ...unknownEntities(fetch, document, asked),
    ...unfitAnswers(document, { asked: asked.schema, gateway }),
    ...unfitInputs(document, { asked: asked.schema, gateway }),
  ];
}

const absent = (subgraph: string, fields: ReadonlyMap<ASTNode, string> = new Map()): Misunderstanding => ({
  coordinate: fields.values().find((coordinate) => coordinate.includes('.')),
  reason: `there is no ${subgraph}`,
});

/** The nodes of a document with the coordinates of the fields that they are, or that they are within. */
function fieldsOf(document: ReturnType<typeof parse>, { schema }: SubgraphReading): Map<ASTNode, string> {
  const types = new TypeInfo(schema);
  const fields = new Map<ASTNode, string>();
  visit(
    document,
    visitWithTypeInfo(types, {
      NamedType(type) {
        fields.set(type, type.name.value);
      },
      Field(field) {
        const name = field.name.value;
        const parent = types.getParentType();
        if (!parent || name === '__typename' || name === '_entities') return;
        const coordinate = `${parent.name}.${name}`;
        for (const node of [field, ...(field.arguments ?? [])]) fields.set(node, coordinate);
      },
    }),
  );
  return fields;
}

/** Trap: an `@external` field is in the schema, so that the fetch is valid, but its server does not have it. */
function movedAway(
  coordinates: readonly string[],
  { asked, own }: { asked: SubgraphReading; own: ParsedSubgraph | undefined },
): Misunderstanding[] {
  const isExternal = (reading: SubgraphReading, coordinate: string) => {
    const [type = '', field = ''] = coordinate.split('.');
    return reading.isExternal(type, field);
  };
  return [...new Set(coordinates)]
    .filter((coordinate) => isExternal(asked, coordinate) && !(own && isExternal(subgraphOf(own), coordinate)))
    .map((coordinate) => ({ coordinate, reason: `${coordinate} is @external there` }));
}
