import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';
import type { UsageRow } from './usage.store.ts';

export type UsageReport = {
  requests: number;
  fieldCount: number;
  /** Fields of objects and interfaces that nobody asked for, by their type. */
  unused: { type: string; fields: string[]; isWhole: boolean }[];
  /** What is deprecated and was used even so, and by which clients. */
  deprecated: {
    coordinate: string;
    reason: string;
    users: { client: string; requests: number; operations: string[] }[];
  }[];
  /** The most used operations first. */
  operations: { name: string; id: string; requests: number; clients: string[] }[];
};

/** What usage tells of a schema. */
export function reportUsage(rows: readonly UsageRow[], schema: GraphQLSchema): UsageReport {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const used = new Set(rows.flatMap(({ coordinates }) => coordinates));
  const unused = types.map((type) => {
    const fields = unusedFields(type, used);
    return { type: type.name, fields, isWhole: fields.length === fieldsOf(type).length };
  });
  return {
    requests: sumOf(rows),
    fieldCount: types.reduce((sum, type) => sum + fieldsOf(type).length, 0),
    unused: unused.filter(({ fields }) => fields.length > 0),
    deprecated: types.flatMap(deprecationsOf).flatMap(({ coordinate, reason }) => {
      const users = usersOf(rows.filter(({ coordinates, given }) => [...coordinates, ...given].includes(coordinate)));
      return users.length > 0 ? [{ coordinate, reason, users }] : [];
    }),
    operations: [...Map.groupBy(rows, ({ id }) => id)]
      .map(([id, own]) => ({
        name: own[0]?.name || '(without a name)',
        id,
        requests: sumOf(own),
        clients: [...new Set(own.map(clientOf))],
      }))
      .sort((one, other) => other.requests - one.requests),
  };
}

const sumOf = (rows: readonly UsageRow[]) => Math.round(rows.reduce((sum, { requests }) => sum + requests, 0));

const clientOf = ({ clientName, clientVersion }: UsageRow) => `${clientName} ${clientVersion}`.trim();

const fieldsOf = (type: GraphQLNamedType) =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** Whoever asks an interface for a field gets it of the objects that implement it. */
function unusedFields(type: GraphQLNamedType, used: ReadonlySet<string>): string[] {
  const interfaces = isObjectType(type) || isInterfaceType(type) ? type.getInterfaces() : [];
  const owners = [type.name, ...interfaces.map(({ name }) => name)];
  return fieldsOf(type)
    .map(({ name }) => name)
    .filter((name) => owners.every((owner) => !used.has(`${owner}.${name}`)));
}

type Deprecation = { coordinate: string; reason: string };

function deprecationsOf(type: GraphQLNamedType): Deprecation[] {
  if (isEnumType(type)) return deprecatedAmong(`${type.name}.`, type.getValues());
  if (isInputObjectType(type)) return deprecatedAmong(`${type.name}.`, Object.values(type.getFields()));
  const fields = fieldsOf(type);
  return [
    ...deprecatedAmong(`${type.name}.`, fields),
    ...fields.flatMap((field) =>
      deprecatedAmong(`${type.name}.${field.name}(`, field.args).map(({ coordinate, reason }) => ({
        coordinate: `${coordinate}:)`,
        reason,
      })),
    ),
  ];
}

type Element = { name: string; deprecationReason?: string | null | undefined };

const deprecatedAmong = (prefix: string, elements: readonly Element[]): Deprecation[] =>
  elements.flatMap(({ name, deprecationReason: reason }) =>
    typeof reason === 'string' ? [{ coordinate: `${prefix}${name}`, reason }] : [],
  );

function usersOf(rows: readonly UsageRow[]): UsageReport['deprecated'][number]['users'] {
  const users = [...Map.groupBy(rows, clientOf)].map(([client, own]) => ({
    client,
    requests: sumOf(own),
    operations: [...new Set(own.map(({ name, id }) => name || id.slice(0, 12)))],
  }));
  return users.sort((one, other) => other.requests - one.requests);
}
