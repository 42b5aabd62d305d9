import type { DocumentNode, FieldNode, GraphQLError } from 'graphql';
import type { Credentials } from './credentials.ts';
import { type Operation, type ProtectedFields, protectedFields } from './protected-fields.ts';
import { type CoercedVariables, type ErrorCodes, errorsAt, refusalOfAll, refusedBy } from './refusal-errors.ts';
import { refusedRequirements, requirementsIn } from './refused-requirements.ts';
import { refusedSelections } from './refused-selections.ts';
import { remainingOperation } from './remaining-operation.ts';
import type { Requirement } from './requirements.ts';
import type { SupergraphRules } from './supergraph-rules.ts';

export type AuthorizationOptions = {
  /** Whether an operation is answered without what is refused, or not at all; default 'filter'. */
  mode?: 'filter' | 'reject';
  /**
   * What the error of a refused field says: 'router' (default) the code of Apollo Router, 'refusal' what the subgraphs
   * say of their own accord: UNAUTHENTICATED or FORBIDDEN.
   */
  codes?: ErrorCodes;
};

export type Authorization = {
  /** Reads a validated operation, once; undefined when nothing in it is protected. */
  compile(operation: Operation): OperationRules | undefined;
};

export type OperationRules = {
  /** '' when these credentials may see all of it, else a key for `without`. */
  refusedFor(credentials: Credentials): string | Promise<string>;
  /** What may be planned; the answer keeps the shape of the operation that was asked. To be kept by its key. */
  without(key: string): PermittedOperation;
};

export type PermittedOperation = {
  /** Undefined when nothing is left. */
  document: DocumentNode | undefined;
  /** Selections answered with null, whatever was fetched: plans fetch keys and `@requires` for their own ends. */
  withheld: ReadonlySet<FieldNode>;
  /** One error for each refused place that these variables select; in mode 'reject' the refusal is thrown instead. */
  errors(variables: CoercedVariables): GraphQLError[];
};

/**
 * Enforces `@authenticated`, `@requiresScopes` and `@policy` of a supergraph before an operation is planned, so that
 * subgraphs are never asked for what is refused.
 *
 * As with Apollo Router, who may not see an object in a list of an unprotected interface or union still learns that
 * there is one, and its type's name: `__typename` is protected only where the type it is selected on is.
 */
export function createAuthorization(
  rules: SupergraphRules,
  { mode = 'filter', codes = 'router' }: AuthorizationOptions = {},
): Authorization {
  return {
    compile(operation) {
      const fields = protectedFields(operation, rules);
      return fields.requirements.size === 0 ? undefined : rulesOfOperation({ operation, fields, mode, codes });
    },
  };
}

type Compiled = { operation: Operation; fields: ProtectedFields } & Required<AuthorizationOptions>;

function rulesOfOperation(compiled: Compiled): OperationRules {
  const requirements = [...new Set([...compiled.fields.requirements.values()].flat())];
  return {
    refusedFor: refusedRequirements(requirements),
    without: (key) => permittedOperation(compiled, requirementsIn(key, requirements)),
  };
}

function permittedOperation(
  { operation, fields, mode, codes }: Compiled,
  unmet: ReadonlySet<Requirement>,
): PermittedOperation {
  const refusedRequirementsOf = (field: FieldNode) =>
    (fields.requirements.get(field) ?? []).filter((requirement) => unmet.has(requirement));
  const refused = new Set([...fields.requirements.keys()].filter((field) => refusedRequirementsOf(field).length > 0));
  const refusals = refusedSelections({ ...operation, fields: refused, listDepths: fields.listDepths }).map(
    (selection) => ({
      ...selection,
      needsSignIn: refusedRequirementsOf(selection.field).some(({ kind }) => kind === 'authenticated'),
    }),
  );
  return {
    document: remainingOperation(operation, refused),
    withheld: refused,
    errors(variables) {
      const asked = refusedBy(refusals, variables);
      if (mode === 'reject' && asked.length > 0) throw refusalOfAll(asked);
      return errorsAt(asked, codes);
    },
  };
}
