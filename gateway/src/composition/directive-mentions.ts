import { type ASTNode, type ASTVisitor, type ConstDirectiveNode, type DefinitionNode, Kind, visit } from 'graphql';

const LACKS = /Directive "@(?<directive>\w+)" argument "(?<argument>\w+)" .* is required/;
const HAS_UNKNOWN = /Unknown argument "(?<argument>\w+)" on directive "@(?<directive>\w+)"/;
const LINKED_TWICE = /Cannot link feature "(?<url>[^"]+)"/;
const IMPORTED_AS = /directive .* is imported with mismatched name/;

/** The applications of directives, in links also the imports, that a message of composition is about. */
export function findDirectives(definitions: readonly DefinitionNode[], message: string): readonly ASTNode[] {
  const [lacking, having] = [LACKS.exec(message)?.groups, HAS_UNKNOWN.exec(message)?.groups];
  if (lacking) return applied(definitions, lacking.directive).filter((one) => !hasArgument(one, lacking.argument));
  if (having) return applied(definitions, having.directive).filter((one) => hasArgument(one, having.argument));
  const links = applied(definitions, 'link');
  const { url } = LINKED_TWICE.exec(message)?.groups ?? {};
  if (url !== undefined) return links.filter((link) => textsIn(link).some((text) => text.startsWith(`${url}/`)));
  return IMPORTED_AS.test(message) ? links.flatMap((link) => importsIn(link, message)) : [];
}

const hasArgument = (directive: ConstDirectiveNode, argument: string | undefined): boolean =>
  directive.arguments?.some(({ name }) => name.value === argument) ?? false;

function applied(definitions: readonly DefinitionNode[], name: string | undefined): ConstDirectiveNode[] {
  const found: ConstDirectiveNode[] = [];
  const visitor: ASTVisitor = {
    [Kind.DIRECTIVE](node) {
      // In a schema nothing is variable.
      if (node.name.value === name) found.push(node as ConstDirectiveNode);
    },
  };
  for (const definition of definitions) visit(definition, visitor);
  return found;
}

/** What a link imports under a name that the message says. */
function importsIn(link: ConstDirectiveNode, message: string): readonly ASTNode[] {
  const imports = link.arguments?.find(({ name }) => name.value === 'import')?.value;
  const named = imports?.kind === Kind.LIST ? imports.values : [];
  return named.filter((one) => textsIn(one).some((text) => message.includes(`"${text}"`)));
}

function textsIn(node: ASTNode): string[] {
  const texts: string[] = [];
  const visitor: ASTVisitor = {
    [Kind.STRING]({ value }) {
      texts.push(value);
    },
  };
  visit(node, visitor);
  return texts;
}
