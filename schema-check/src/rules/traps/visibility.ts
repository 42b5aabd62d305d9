import { directiveName, linksOf } from '@nexus/gateway/supergraph/links';
import type { ConstDirectiveNode, GraphQLSchema } from 'graphql';
import { print } from 'graphql';
import type { Composed } from '../../change.ts';
import { remembered } from '../reading/remembered.ts';
import { supergraphOf } from '../reading/supergraph.ts';
import { tell } from '../tell.ts';
import type { Trap } from './traps.ts';

const APOLLO = 'https://specs.apollo.dev';

/** What was kept from clients and is so no longer, and what other variants of the API contain. */
export const changedVisibility: Trap = ({ versions, ...change }) => {
  const [before, after] = [marksOf(versions.base), marksOf(versions.head)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((coordinate) => {
    const [was, is] = [before.get(coordinate), after.get(coordinate)];
    // Of what is new or gone, the diff of the API tells.
    if (!was || !is) return [];
    const shown = was.isHidden && !is.isHidden ? [tell(change, { ...SHOWN(coordinate), coordinate })] : [];
    const [tagsBefore, tagsAfter] = [was.tags.join(' '), is.tags.join(' ')];
    if (tagsBefore === tagsAfter) return shown;
    return [...shown, tell(change, { ...TAGGED(coordinate, tagsBefore, tagsAfter), coordinate })];
  });
};

const SHOWN = (coordinate: string) =>
  ({
    code: 'INACCESSIBLE_REMOVED',
    severity: 'warning',
    message: `${coordinate} was kept from clients by @inaccessible and is shown to everybody now.`,
    remedy: 'Make sure that its subgraph checks who may see it, then approve it: clients will rely on it.',
  }) as const;

const TAGGED = (coordinate: string, was: string, is: string) =>
  ({
    code: 'TAGS_CHANGED',
    severity: 'notice',
    message: `${coordinate} was tagged ${was || 'with nothing'} and is tagged ${is || 'with nothing'}: other variants contain it.`,
    remedy: 'Read in gateway/schemas whose API it joined and whose it left.',
  }) as const;

type Marks = { isHidden: boolean; tags: readonly string[] };

const marksOf = remembered((composed: Composed): Map<string, Marks> => {
  const schema = supergraphOf(composed);
  const [hidden, tag] = ['inaccessible', 'tag'].map((element) => nameOf(schema, element));
  const marks = new Map<string, Marks>();
  for (const { coordinate, directives } of markedElements(schema)) {
    const tags = directives
      .filter(({ name }) => name.value === tag)
      .map(({ arguments: [given] = [] }) => (given ? print(given.value) : ''));
    marks.set(coordinate, { isHidden: directives.some(({ name }) => name.value === hidden), tags: tags.sort() });
  }
  return marks;
});

function nameOf(schema: GraphQLSchema, element: string): string | undefined {
  const link = linksOf(schema).find(({ identity }) => identity === `${APOLLO}/${element}`);
  return link && directiveName(link, element);
}

type Marked = { coordinate: string; directives: readonly ConstDirectiveNode[] };

function markedElements(schema: GraphQLSchema): Marked[] {
  return Object.values(schema.getTypeMap()).flatMap(({ name, astNode }): Marked[] => {
    if (!astNode) return [];
    const fields = 'fields' in astNode ? (astNode.fields ?? []) : [];
    const values = 'values' in astNode ? (astNode.values ?? []) : [];
    const members = [...fields, ...values].flatMap((member): Marked[] => {
      const coordinate = `${name}.${member.name.value}`;
      const args = 'arguments' in member ? (member.arguments ?? []) : [];
      const given = args.map((arg) => ({
        coordinate: `${coordinate}(${arg.name.value}:)`,
        directives: arg.directives ?? [],
      }));
      return [{ coordinate, directives: member.directives ?? [] }, ...given];
    });
    return [{ coordinate: name, directives: astNode.directives ?? [] }, ...members];
  });
}
