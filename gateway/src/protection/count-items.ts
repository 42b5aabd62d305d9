import { type GraphQLField, getNamedType, isCompositeType, isUnionType, valueFromAST } from 'graphql';
import { DEFAULT_PAGE, MAX_PAGE } from './limits.ts';
import { type Asked, type SelectedField, type Selections, selectedFields } from './selected-fields.ts';

/** How many list items selections may bring: `first` multiplies what lies below it, and every page counts as full. */
export function countItems(selections: readonly Selections[], asked: Asked): number {
  let items = 0;
  for (const fields of selectedFields(selections, asked)) {
    const below = countItems(fields.flatMap(selectionsOf), asked);
    const page = Math.max(...fields.map((field) => pageOf(field, asked)));
    items += page === NO_PAGE ? below : page * (1 + below);
  }
  return items;
}

const NO_PAGE = -1;

function selectionsOf(field: SelectedField): Selections[] {
  const definition = definitionOf(field);
  const on = definition && getNamedType(definition.type);
  return isCompositeType(on) && field.node.selectionSet ? [{ on, set: field.node.selectionSet }] : [];
}

/** The length of a field's page: 0 to 100, or NO_PAGE where it takes no `first`. */
function pageOf(field: SelectedField, { variables }: Asked): number {
  const parameter = definitionOf(field)?.args.find(({ name }) => name === 'first');
  if (!parameter || getNamedType(parameter.type).name !== 'Int') return NO_PAGE;
  const given = field.node.arguments?.find(({ name }) => name.value === 'first');
  const asked = given && valueFromAST(given.value, parameter.type, variables);
  const first = asked === undefined ? parameter.defaultValue : asked;
  return typeof first === 'number' ? Math.min(Math.max(first, 0), MAX_PAGE) : DEFAULT_PAGE;
}

/** Undefined for introspection: what it asks for is no part of the graph. */
function definitionOf({ on, node }: SelectedField): GraphQLField<unknown, unknown> | undefined {
  return isUnionType(on) ? undefined : on.getFields()[node.name.value];
}
