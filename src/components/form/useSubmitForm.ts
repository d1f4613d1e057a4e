import { useMutation } from '@tanstack/react-query';
import { type RefObject, useRef, useState } from 'react';
import { type FieldPath, type FieldValues, type UseFormReturn } from 'react-hook-form';
import { ApiError, type ProblemItem } from '../../api/errors';
import { problemText } from '../reasonText';
import { useFirstWrong } from './wrong';

interface Props<Values extends FieldValues, Result> {
  form: UseFormReturn<Values>;
  /** Path of the field that something is wrong with; undefined of what has none in the form. */
  fieldOf: (problem: ProblemItem) => string | undefined;
  onDone?: (result: Result) => void;
}

export interface SubmitForm<Result> {
  /** Checks the form and sends it; does nothing while that is on its way, and once it is done. */
  submit: (send: () => Promise<Result>) => Promise<void>;
  sending: boolean;
  error: ApiError | null;
  /** What the server found that belongs to no field of the form, such as in another resource. */
  elsewhere: ProblemItem[];
  /** Why the last try failed, unless the fields say all of it. */
  refusal: ApiError | null;
  /** Forgets the last refusal. */
  reset: () => void;
  /** Goes to the form element, whose first wrong field gets the focus. */
  fields: RefObject<HTMLFormElement>;
  /** Checks the form without sending it; `then` follows when nothing is wrong. */
  check: (then: () => void) => Promise<void>;
}

/** Sends a form. What is wrong is put at its field, and the first such field gets the focus. */
export function useSubmitForm<Values extends FieldValues, Result>({
  form,
  fieldOf,
  onDone,
}: Props<Values, Result>): SubmitForm<Result> {
  const [elsewhere, setElsewhere] = useState<ProblemItem[]>([]);
  const { fields, focusWrong } = useFirstWrong();
  const busy = useRef(false);
  const sending = useMutation<Result, ApiError, () => Promise<Result>>({ mutationFn: (send) => send() });

  const reset = () => {
    sending.reset();
    setElsewhere([]);
  };
  const dispatch = async (send: () => Promise<Result>) => {
    try {
      const result = await sending.mutateAsync(send);
      onDone?.(result);
    } catch (error) {
      busy.current = false;
      showProblems(error instanceof ApiError ? error.errors : []);
    }
  };
  const showProblems = (problems: ProblemItem[]) => {
    for (const problem of problems) {
      const field = fieldOf(problem);
      if (field !== undefined) {
        form.setError(field as FieldPath<Values>, { type: 'server', message: problemText(problem) });
      }
    }
    setElsewhere(problems.filter((problem) => fieldOf(problem) === undefined));
  };
  const submit: SubmitForm<Result>['submit'] = async (send) => {
    if (busy.current) {
      return;
    }
    busy.current = true;
    reset();
    await form.handleSubmit(
      () => dispatch(send),
      () => {
        busy.current = false;
      }
    )();
    focusWrong();
  };
  const check: SubmitForm<Result>['check'] = async (then) => {
    await form.handleSubmit(then)();
    focusWrong();
  };
  const { isPending, error } = sending;
  const refusal = error && (error.errors.length === 0 || elsewhere.length > 0) ? error : null;
  return { submit, sending: isPending, error, elsewhere, refusal, reset, fields, check };
}
