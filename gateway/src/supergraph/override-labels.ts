import { type DocumentNode, Kind, visit } from 'graphql';

/** The labels of progressive `@override`s: each request decides for each of them. */
export function overrideLabels(supergraph: DocumentNode): string[] {
  const labels = new Set<string>();
  visit(supergraph, {
    FieldDefinition(field) {
      for (const { name, arguments: given = [] } of field.directives ?? []) {
        const value = name.value === 'join__field' && given.find(({ name }) => name.value === 'overrideLabel')?.value;
        if (value && value.kind === Kind.STRING) labels.add(value.value);
      }
      return false;
    },
  });
  return [...labels];
}
