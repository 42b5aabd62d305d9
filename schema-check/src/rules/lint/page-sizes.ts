import { Kind } from 'graphql';
import { outputField } from './fields.ts';
import type { Lint } from './lint.ts';
import { pageArguments, slicingArguments } from './page-arguments.ts';

/** What a page costs is known before it is fetched: it has a default size, and the gateway is told which argument it is. */
export const pageSizes: Lint = (element) => {
  const field = outputField(element);
  if (!field) return [];
  const sized = slicingArguments(element, field);
  return pageArguments(field)
    .filter(({ name, defaultValue, type }) => {
      const hasSize = defaultValue !== undefined || type.kind === Kind.NON_NULL_TYPE;
      return !hasSize || !sized.includes(name.value);
    })
    .map(({ name }) => ({
      code: 'LINT_PAGE_SIZE',
      severity: 'warning',
      message: `${element.coordinate} does not bound its pages: ${name.value} needs a default and a place in @listSize.`,
      remedy: `Write ${name.value}: Int = 20 and @listSize(slicingArguments: ["${name.value}"], sizedFields: ["edges"]).`,
    }));
};
