import type { Problem } from '@nexus/gateway/composition/problem';
import { getLocation, Kind, parse, Source } from 'graphql';

type Schema = { name: string; file: string; text: string };
type Unruled = { coordinate: string; problem: Problem };

/** The fields of a schema that no rule says who may have; `rules` are the subgraph's guards by coordinate. */
export function findUnruled({ name, file, text }: Schema, rules: Readonly<Record<string, unknown>>): Unruled[] {
  const source = new Source(text, file);
  const types = parse(source).definitions.filter(
    ({ kind }) => kind === Kind.OBJECT_TYPE_DEFINITION || kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  return types.flatMap((type) =>
    ('fields' in type ? (type.fields ?? []) : []).flatMap((field) => {
      const typeName = 'name' in type ? type.name?.value : '';
      const coordinate = `${typeName}.${field.name.value}`;
      if (coordinate in rules) return [];
      const { loc } = field.name;
      const places = loc ? [{ subgraph: name, file, ...getLocation(source, loc.start) }] : [];
      const message = `Who may have ${coordinate}? It has no rule in src/policies.ts. Here everybody has it; elsewhere the subgraph would not start.`;
      return [{ coordinate, problem: { level: 'hint', code: 'NO_RULE', message, places } }];
    }),
  );
}
