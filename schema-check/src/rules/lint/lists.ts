import { type GraphQLSchema, isCompositeType } from 'graphql';
import { isList, namedType, outputField } from './fields.ts';
import type { Lint } from './lint.ts';
import { isSized } from './page-arguments.ts';

/** Lists that are parts of a page or of a payload. */
const PARTS: ReadonlySet<string> = new Set(['edges', 'nodes', 'userErrors']);

/** A list of objects grows: it has pages, or says how long it is at most. */
export const lists: Lint = (element, { head }) => {
  const field = outputField(element);
  const api = head.composed?.api;
  if (!field || !api || !isList(field.type) || PARTS.has(field.name.value)) return [];
  if (!isObjects(api, namedType(field.type)) || isSized(element, field)) return [];
  return [
    {
      code: 'LINT_LIST_WITHOUT_PAGES',
      severity: 'notice',
      message: `${element.coordinate} is a list of any length.`,
      remedy: 'Return a connection, or say with @listSize(assumedSize:) how long it is at most.',
    },
  ];
};

const isObjects = (api: GraphQLSchema, name: string): boolean => isCompositeType(api.getType(name));
