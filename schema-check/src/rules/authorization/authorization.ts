import type { Requirement } from '@nexus/gateway/authorization/requirements';
import { isAbstractType, isCompositeType } from 'graphql';
import type { Change, Rule } from '../../change.ts';
import type { Finding } from '../../finding.ts';
import type { Operation } from '../../operation.ts';
import { fieldAt, namedTypeAt } from '../reading/coordinates.ts';
import { validInBoth } from '../reading/operations.ts';
import { selectedFields } from '../reading/uses.ts';
import { type Versions, versionsOf } from '../reading/versions.ts';
import { tell } from '../tell.ts';
import { addedDemands, wordsOf } from './demands.ts';
import { type ProtectedGraph, protectedGraphOf } from './protected-graph.ts';

/**
 * Who may see something no longer, and who may now: a diff of the API sees neither, for the API schema has no
 * authorization directives.
 */
export const authorization: Rule = (change) => {
  const versions = versionsOf(change);
  if (!versions || versions.base.supergraph === versions.head.supergraph) return [];
  const graphs = { base: protectedGraphOf(versions.base), head: protectedGraphOf(versions.head) };
  const uses = usesOf(change, versions);
  return [...tightened(change, graphs, uses), ...loosened(change, graphs, uses)];
};

type Graphs = { base: ProtectedGraph; head: ProtectedGraph };
type Use = { operation: Operation; fields: ReadonlySet<string> };

const usesOf = ({ operations }: Change, versions: Versions): Use[] =>
  validInBoth(versions, operations).map((operation) => ({
    operation,
    fields: selectedFields(versions.base.api, operation),
  }));

function tightened(change: Change, { base, head }: Graphs, uses: readonly Use[]): Finding[] {
  return causesOf(base, head).map(({ cause, fields, demands }) => {
    const operations = uses.filter((use) => !use.fields.isDisjointFrom(fields)).map(({ operation }) => operation);
    return tell(change, {
      code: 'AUTHORIZATION_TIGHTENED',
      // Where no operation is known, any may ask for it.
      severity: operations.length > 0 || change.operations.length === 0 ? 'error' : 'warning',
      message: `${cause} now takes ${wordsOf(demands)}: who does not have that is refused what they could see.`,
      remedy:
        'Offer a new field under the stricter rule and deprecate this one, or approve this once every client that asks has it.',
      coordinate: cause,
      operations,
    });
  });
}

function loosened(change: Change, { base, head }: Graphs, uses: readonly Use[]): Finding[] {
  return causesOf(head, base).map(({ cause, fields, demands }) => {
    const left = head.declared.get(cause) ?? [];
    const who = left.length === 0 ? 'anyone may now read it' : `who has ${wordsOf(left)} may now read it`;
    return tell(change, {
      code: 'AUTHORIZATION_LOOSENED',
      severity: 'warning',
      message: `${cause} no longer takes ${wordsOf(demands)}: ${who}, unless its subgraph refuses them by itself.`,
      remedy: 'Make sure that this is meant and that the policies of the subgraph say the same, then approve it.',
      coordinate: cause,
      operations: uses.filter((use) => !use.fields.isDisjointFrom(fields)).map(({ operation }) => operation),
    });
  });
}

/** Something that asks for more in `after` than in `before`, and the fields that take more because of it. */
type Cause = { cause: string; fields: Set<string>; demands: Requirement[] };

function causesOf(before: ProtectedGraph, after: ProtectedGraph): Cause[] {
  const causes = new Map<string, Cause>();
  for (const [field, required] of after.rules) {
    const demands = existsIn(before, field) ? addedDemands(before.rules.get(field) ?? [], required) : [];
    if (demands.length === 0) continue;
    const asking = sourcesOf(after, field).filter((source) => asksMore(source, before, after));
    const known = asking.filter((source) => before.declared.has(source));
    const declaredBy = known.length > 0 ? known : asking;
    // Of what nobody declares anew, such as a protected type that joined an interface, the field itself tells.
    for (const cause of declaredBy.length > 0 ? declaredBy : [field]) {
      const found = causes.get(cause) ?? {
        cause,
        fields: new Set(),
        demands: demandsOf(cause, { before, after }, demands),
      };
      found.fields.add(field);
      causes.set(cause, found);
    }
  }
  return [...causes.values()].filter(({ cause }) => !cause.endsWith('.__typename'));
}

const asksMore = (coordinate: string, before: ProtectedGraph, after: ProtectedGraph): boolean =>
  addedDemands(before.declared.get(coordinate) ?? [], after.declared.get(coordinate) ?? []).length > 0;

function demandsOf(
  cause: string,
  { before, after }: { before: ProtectedGraph; after: ProtectedGraph },
  inherited: Requirement[],
): Requirement[] {
  const own = addedDemands(before.declared.get(cause) ?? [], after.declared.get(cause) ?? []);
  return own.length > 0 ? own : inherited;
}

function existsIn({ schema }: ProtectedGraph, coordinate: string): boolean {
  if (!coordinate.endsWith('.__typename')) return fieldAt(schema, coordinate) !== undefined;
  return schema.getType(coordinate.slice(0, coordinate.indexOf('.'))) !== undefined;
}

/** Where what a field takes may have been declared: there, on its parent, on what it returns, on implementers. */
function sourcesOf({ schema }: ProtectedGraph, coordinate: string): string[] {
  const [parent = '', name = ''] = coordinate.split('.');
  const returned = namedTypeAt(schema, coordinate);
  const parents = withSubtypes(schema, parent);
  return [...parents.map((type) => `${type}.${name}`), ...parents, ...(returned ? withSubtypes(schema, returned) : [])];
}

function withSubtypes(schema: ProtectedGraph['schema'], name: string): string[] {
  const type = schema.getType(name);
  if (!isCompositeType(type)) return [name];
  const others = isAbstractType(type) ? schema.getPossibleTypes(type) : type.getInterfaces();
  return [name, ...others.map((other) => other.name)];
}
