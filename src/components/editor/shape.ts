import { kindOf } from '../../api/resources';
import { type KindName } from '../../contract';
import { type Draft, prune } from './document';

const SHAPES = ['array', 'object', 'record'];

/** Whether a draft has lists where the kind has lists and groups of fields where it has groups, as a form needs; YAML may have neither. */
export function fitsForm(kind: KindName, { spec }: Draft): boolean {
  const judged = kindOf(kind).spec.safeParse(prune(spec) ?? {}, { reportInput: true });
  const problems = judged.error?.issues ?? [];
  return !problems.some(
    (problem) => problem.code === 'invalid_type' && SHAPES.includes(problem.expected) && problem.input !== undefined
  );
}
