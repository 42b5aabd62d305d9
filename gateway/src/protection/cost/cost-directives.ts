import {
  type ConstDirectiveNode,
  type ConstValueNode,
  type DocumentNode,
  type InputValueDefinitionNode,
  Kind,
  parse,
  type TypeDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';

const COST_SPEC = 'https://specs.apollo.dev/cost/';

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
  const names = namesOf(document);
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

/** Core schemas call a feature's directive `@feature__name`, the one named like the feature `@feature`, unless imported. */
function namesOf(document: DocumentNode): { cost: string; listSize: string } {
  const links = document.definitions.flatMap((one) =>
    one.kind === Kind.SCHEMA_DEFINITION ? (one.directives ?? []) : [],
  );
  const link = links.map(argumentsOf).find(({ url }) => typeof url === 'string' && url.startsWith(COST_SPEC)) ?? {};
  const feature = typeof link.as === 'string' ? link.as : 'cost';
  const imported = (directive: string) => {
    const entries = Array.isArray(link.import) ? link.import : [];
    const entry = entries.find((one) => one === directive || one?.name === directive);
    return (typeof entry === 'object' ? (entry.as ?? entry.name) : entry)?.slice(1);
  };
  return { cost: imported('@cost') ?? feature, listSize: imported('@listSize') ?? `${feature}__listSize` };
}

function toListSize({ assumedSize, slicingArguments, sizedFields, requireOneSlicingArgument }: Arguments): ListSize {
  return {
    assumedSize: typeof assumedSize === 'number' ? assumedSize : undefined,
    slicingArguments: toNames(slicingArguments),
    sizedFields: toNames(sizedFields),
    requireOneSlicingArgument: requireOneSlicingArgument !== false,
  };
}

type Arguments = Readonly<Record<string, unknown>>;

const argumentsOf = ({ arguments: given = [] }: ConstDirectiveNode): Arguments =>
  Object.fromEntries(given.map(({ name, value }) => [name.value, plain(value)]));

const plain = (value: ConstValueNode): unknown => valueFromASTUntyped(value);

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
