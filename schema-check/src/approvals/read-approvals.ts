import { StartupError } from '@nexus/kit/startup-error';
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import type { Place } from '../finding.ts';
import { workingTree } from '../repository/files.ts';

const approval = z
  .strictObject({
    code: z.string(),
    coordinate: z.string().optional(),
    operation: z.string().optional(),
    variant: z.string().optional(),
    reason: z.string().min(1),
    by: z.string().min(1),
    /** The last day on which it holds, in UTC. */
    expires: z.iso.date(),
  })
  .refine(
    ({ coordinate, operation, variant }) => coordinate ?? operation ?? variant,
    'say what is approved: a coordinate, an operation or a variant',
  );

const approvalsFile = z.strictObject({ approvals: z.array(approval).nullish() });

/** That a finding is known and accepted for a time, by somebody and for a reason. */
export type Approval = z.infer<typeof approval> & { place: Place };

/** Reads the approvals of a file, none where there is no file; StartupError where it is something else. */
export async function readApprovals(file: string): Promise<Approval[]> {
  const text = (await workingTree.read([file])).get(file);
  if (text === undefined) return [];
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [problem] = document.errors;
  if (problem) throw new StartupError(`${file} is not YAML: ${problem.message.split('\n', 1)[0]}`);
  const { success, data, error } = approvalsFile.safeParse(document.toJS() ?? {});
  if (!success)
    throw new StartupError(`${file} is not a list of approvals as it should be.\n${z.prettifyError(error)}`);

  const list = isMap(document.contents) ? document.contents.get('approvals') : undefined;
  const nodes = isSeq(list) ? list.items : [];
  return (data.approvals ?? []).map((entry, index) => {
    const node = nodes[index];
    const { line, col } = lines.linePos((isMap(node) && node.range?.[0]) || 0);
    return { ...entry, place: { file, line, column: col } };
  });
}
