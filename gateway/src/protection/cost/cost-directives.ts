import type { ConstDirectiveNode, GraphQLSchema, InputValueDefinitionNode, TypeDefinitionNode } from 'graphql';
import { argumentsOf, directiveName, linksOf } from '../../supergraph/links.ts';

const COST_SPEC = 'https://specs.apollo.dev/cost';

/** What `@listSize` says of a field; `undefined` where it says nothing. */
export type ListSize = {
  assumedSize: number | undefined;
  slicingArguments: readonly string[];
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
};

/** What a schema says of costs, by schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
export type CostDirectives = { weights: ReadonlyMap<string, number>; listSizes: ReadonlyMap<string, ListSize> };

export const NO_COST_DIRECTIVES: CostDirectives = { weights: new Map(), listSizes: new Map() };

/** Reads `@cost` and `@listSize` of a supergraph, under whatever names its `@link` imports them. */
export function readCostDirectives(supergraph: GraphQLSchema): CostDirectives {
  const link = linksOf(supergraph).find(({ identity }) => identity === COST_SPEC);
  if (!link) return NO_COST_DIRECTIVES;
  const [cost, listSize] = [directiveName(link, 'cost'), directiveName(link, 'listSize')];
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      if (directive.name.value === cost) weights.set(coordinate, Number(argumentsOf(directive).weight));
      if (directive.name.value === listSize) listSizes.set(coordinate, toListSize(argumentsOf(directive)));
    }
  };
  for (const { name, astNode } of Object.values(supergraph.getTypeMap())) {
    note(name, astNode?.directives);
    for (const field of fieldsOf(astNode)) {
      const coordinate = `${name}.${field.name.value}`;
      note(coordinate, field.directives);
      for (const argument of field.arguments) note(`${coordinate}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, listSizes };
}

function toListSize({
  assumedSize,
  slicingArguments,
  sizedFields,
  requireOneSlicingArgument,
}: Record<string, unknown>): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: toNames(slicingArguments),
    sizedFields: toNames(sizedFields),
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

const toNames = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

type Field = InputValueDefinitionNode & { arguments: readonly InputValueDefinitionNode[] };

function fieldsOf(type: TypeDefinitionNode | null | undefined): Pick<Field, 'name' | 'directives' | 'arguments'>[] {
  const fields = type && 'fields' in type ? (type.fields ?? []) : [];
  return fields.map((field) => ({
    name: field.name,
    directives: field.directives ?? [],
    arguments: 'arguments' in field ? (field.arguments ?? []) : [],
  }));
}
