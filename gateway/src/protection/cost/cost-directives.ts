import {
  type ConstDirectiveNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
} from 'graphql';
import { argumentsOf, directiveName, type Link, linksOf } from '../../supergraph/links.ts';

const COST_SPEC = 'https://specs.apollo.dev/cost';

/** What `@listSize` says of a field; `undefined` where it says nothing. */
export type ListSize = {
  assumedSize: number | undefined;
  slicingArguments: readonly string[];
  sizedFields: readonly string[];
  requireOneSlicingArgument: boolean;
};

/** What a schema says of costs, by schema coordinate: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`. */
export type CostDirectives = {
  weights: ReadonlyMap<string, number>;
  listSizes: ReadonlyMap<string, ListSize>;
};

export const NO_COST_DIRECTIVES: CostDirectives = { weights: new Map(), listSizes: new Map() };

/** Reads `@cost` and `@listSize` from a supergraph, under whatever names its `@link` imports them. */
export function readCostDirectives(supergraphSdl: string | undefined): CostDirectives {
  // Most supergraphs have none, and reading a large one takes long.
  if (!supergraphSdl?.includes(COST_SPEC)) return NO_COST_DIRECTIVES;
  const document = parse(supergraphSdl, { noLocation: true });
  const link = costLinkOf(document);
  if (!link) return NO_COST_DIRECTIVES;
  const names = { cost: directiveName(link, 'cost'), listSize: directiveName(link, 'listSize') };
  const weights = new Map<string, number>();
  const listSizes = new Map<string, ListSize>();

  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const directive of directives) {
      const given = argumentsOf(directive);
      if (directive.name.value === names.cost) weights.set(coordinate, Number(given.weight));
      if (directive.name.value === names.listSize) listSizes.set(coordinate, toListSize(given));
    }
  };
  for (const type of document.definitions.filter(isTypeDefinition)) {
    note(type.name.value, type.directives);
    for (const field of fieldsOf(type)) {
      const coordinate = `${type.name.value}.${field.name.value}`;
      note(coordinate, field.directives);
      for (const argument of field.arguments) note(`${coordinate}(${argument.name.value}:)`, argument.directives);
    }
  }
  return { weights, listSizes };
}

function costLinkOf({ definitions }: DocumentNode): Link | undefined {
  const astNode = definitions.find((one) => one.kind === Kind.SCHEMA_DEFINITION);
  const extensionASTNodes = definitions.filter((one) => one.kind === Kind.SCHEMA_EXTENSION);
  return linksOf({ astNode, extensionASTNodes }).find(({ identity }) => identity === COST_SPEC);
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

const isTypeDefinition = (node: DocumentNode['definitions'][number]): node is TypeDefinitionNode =>
  node.kind.endsWith('TypeDefinition');

type Field = InputValueDefinitionNode & { arguments: readonly InputValueDefinitionNode[] };

function fieldsOf(type: TypeDefinitionNode): Pick<Field, 'name' | 'directives' | 'arguments'>[] {
  const fields = 'fields' in type ? (type.fields ?? []) : [];
  return fields.map((field) => ({
    name: field.name,
    directives: field.directives ?? [],
    arguments: 'arguments' in field ? (field.arguments ?? []) : [],
  }));
}
