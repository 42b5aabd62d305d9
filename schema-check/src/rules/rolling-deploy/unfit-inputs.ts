import {
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isRequiredInputField,
  Kind,
  type TypeNode,
  visit,
} from 'graphql';
import type { Misunderstanding } from './misunderstandings.ts';

type Schemas = { asked: GraphQLSchema; gateway: GraphQLSchema };

/**
 * Values of variables that a gateway of another version lets pass and the subgraph refuses. What only became possible
 * is no matter: clients begin to send it when all is deployed.
 */
export function unfitInputs(document: DocumentNode, schemas: Schemas): Misunderstanding[] {
  const seen = new Set<string>();
  const found: Misunderstanding[] = [];
  visit(document, {
    VariableDefinition({ type }) {
      const named = namedTypeOf(type);
      found.push(...unfit(named, schemas, seen));
    },
  });
  return found;
}

function namedTypeOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedTypeOf(type.type);
}

function unfit(name: string, { asked, gateway }: Schemas, seen: Set<string>): Misunderstanding[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const [there, here] = [asked.getType(name), gateway.getType(name)];
  if (!isInputObjectType(there) || !isInputObjectType(here)) return [];
  const nested = Object.values(there.getFields()).flatMap(({ type }) =>
    unfit(getNamedType(type).name, { asked, gateway }, seen),
  );
  return [...newlyRequired(there, here), ...nested];
}

function newlyRequired(there: GraphQLInputObjectType, here: GraphQLInputObjectType): Misunderstanding[] {
  return Object.values(there.getFields())
    .filter((field) => {
      const known = here.getFields()[field.name];
      return isRequiredInputField(field) && !(known && isRequiredInputField(known));
    })
    .map((field) => {
      const coordinate = `${there.name}.${field.name}`;
      return { coordinate, reason: `${coordinate} is required there, and the gateway does not ask for it` };
    });
}
