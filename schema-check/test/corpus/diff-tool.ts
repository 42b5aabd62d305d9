import { CriticalityLevel, diff } from '@graphql-inspector/core';
import type { Graph } from '../../src/change.ts';
import type { Finding } from '../../src/finding.ts';
import type { CorpusCase } from './corpus-case.ts';

/** What a diff of two API schemas says of a change, by itself. */
type Heard = { level: string | undefined; types: string[] };

/** A row of the table of changes that a diff of the API takes for something else than they are. */
export type Misjudged = { title: string; diffSays: string; checkSays: string };

const LEVELS: readonly string[] = [CriticalityLevel.Breaking, CriticalityLevel.Dangerous, CriticalityLevel.NonBreaking];

type Judged = { base: Graph; head: Graph; findings: readonly Finding[] };

/** Compares what a diff says with what the check says; nothing where they agree, or where nothing composes. */
export async function misjudged({ title }: CorpusCase, { base, head, findings }: Judged): Promise<Misjudged[]> {
  if (!base.composed || !head.composed) return [];
  const heard = await hear(base.composed.api, head.composed.api);
  // Conventions, and what may be tidied up in a subgraph, are none of a diff's business.
  const said = findings.filter(({ code }) => !/^(LINT|REMOVED|OVERRID|INCONSISTENT|TAG_UNUSED)/.test(code));
  const isLoud = said.some(({ severity }) => severity !== 'notice');
  const isError = said.some(({ severity }) => severity === 'error');
  const wasHeard = heard.level === CriticalityLevel.Breaking || heard.level === CriticalityLevel.Dangerous;
  const isTakenLightly = isError && heard.level !== CriticalityLevel.Breaking;
  if (isLoud === wasHeard && !isTakenLightly) return [];
  const [first] = said;
  const diffSays = heard.level === undefined ? 'nothing' : `${heard.level.toLowerCase()}: ${heard.types.join(', ')}`;
  return [{ title, diffSays, checkSays: isLoud && first ? `${first.severity}: ${first.code}` : 'nothing to do' }];
}

async function hear(before: Parameters<typeof diff>[0], after: Parameters<typeof diff>[1]): Promise<Heard> {
  const changes = await diff(before, after);
  const level = LEVELS.find((one) => changes.some(({ criticality }) => criticality.level === one));
  const types = changes.filter(({ criticality }) => criticality.level === level).map(({ type }) => type);
  return { level, types: [...new Set(types.map(String))].filter((type) => !/^DIRECTIVE_USAGE|DESCRIPTION/.test(type)) };
}
