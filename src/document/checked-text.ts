import { z } from 'zod';

/** What is wrong with a text, and what may have been meant. */
export interface Complaint {
  readonly message: string;
  readonly suggestion?: string;
}

/** A string with a rule of its own, which says what is wrong with a value, or undefined. */
export function checkedText(problemOf: (value: string) => string | Complaint | undefined): z.ZodString {
  return z.string().check((context) => {
    const problem = problemOf(context.value);
    if (problem === undefined) return;
    const complaint = typeof problem === 'string' ? { message: problem } : problem;
    const { message, suggestion } = complaint;
    context.issues.push({ code: 'custom', input: context.value, message, params: { suggestion } });
  });
}
