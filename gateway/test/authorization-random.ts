import {
  doTypesOverlap,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isUnionType,
} from 'graphql';

/** A list of numbers that says what to do at each turn; nothing more is chosen once it is used up. */
export type Choices = readonly number[];

/** Writes the query that some choices come to: fields under aliases, fragments of every kind, conditions. */
export function writeQuery(schema: GraphQLSchema, choices: Choices): string {
  let turn = 0;
  const choose = (count: number) => (choices[turn++] ?? 0) % count;
  const isWilling = () => turn < choices.length;
  const oneOf = <T>(items: readonly [T, ...T[]]): T => items[choose(items.length)] ?? items[0];

  const composites = Object.values(schema.getTypeMap()).filter(
    (type) => isCompositeType(type) && !type.name.startsWith('__') && type !== schema.getQueryType(),
  ) as GraphQLCompositeType[];
  const fragments: { name: string; on: GraphQLCompositeType; text: string }[] = [];
  let aliases = 0;

  function writeSelections(type: GraphQLCompositeType): string {
    const selections = [writeSelection(type)];
    while (isWilling() && choose(4) > 0) selections.push(writeSelection(type));
    return `{ ${selections.join(' ')} }`;
  }

  function writeSelection(type: GraphQLCompositeType): string {
    const kind = isWilling() ? choose(12) : 0;
    if (kind === 9) return `... ${writeCondition()} ${writeSelections(type)}`;
    if (kind === 10) {
      const on = overlapping(type);
      return `... on ${on.name} ${writeCondition()} ${writeSelections(on)}`;
    }
    if (kind === 11) return writeSpread(type);
    return kind === 0 ? `a${aliases++}: __typename` : writeField(type);
  }

  function writeField(type: GraphQLCompositeType): string {
    const fields = isUnionType(type) ? [] : Object.values(type.getFields());
    const field = fields[choose(fields.length || 1)];
    if (!field) return '__typename';
    const named = getNamedType(field.type);
    // A name of its own where it would disagree with the same name elsewhere, which composite fields might.
    const alias = isCompositeType(named) || choose(2) === 0 ? `a${aliases++}: ` : '';
    return `${alias}${field.name} ${writeCondition()} ${isCompositeType(named) ? writeSelections(named) : ''}`;
  }

  function writeSpread(type: GraphQLCompositeType): string {
    const known = fragments.filter(({ on }) => on === type || doTypesOverlap(schema, on, type));
    const again = known[choose(known.length + 1)];
    if (again) return `...${again.name}`;
    const on = overlapping(type);
    const text = writeSelections(on);
    const fragment = { name: `F${fragments.length}`, on, text };
    fragments.push(fragment);
    return `...${fragment.name}`;
  }

  const overlapping = (type: GraphQLCompositeType) =>
    oneOf([type, ...composites.filter((other) => doTypesOverlap(schema, other, type))]);

  const writeCondition = () => ['', '', '', '@include(if: $yes)', '@skip(if: $no)'][isWilling() ? choose(5) : 0] ?? '';

  const root = schema.getQueryType();
  const selections = root ? writeSelections(root) : '';
  const text = [selections, ...fragments.map(({ name, on, text }) => `fragment ${name} on ${on.name} ${text}`)].join(
    '\n',
  );
  const variables = ['yes', 'no'].filter((name) => text.includes(`$${name}`)).map((name) => `$${name}: Boolean!`);
  return variables.length > 0 ? `query (${variables.join(', ')}) ${text}` : text;
}
