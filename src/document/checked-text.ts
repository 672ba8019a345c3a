import { z } from 'zod';

/** The problem of a text, and the value that was probably meant. */
export interface Complaint {
  readonly message: string;
  readonly suggestion?: string;
}

/** A string schema with its own rule: `problemOf` returns the problem of a value, or undefined for a valid one. */
export function checkedText(problemOf: (value: string) => string | Complaint | undefined): z.ZodString {
  return z.string().check((context) => {
    const problem = problemOf(context.value);
    if (problem === undefined) return;
    const complaint = typeof problem === 'string' ? { message: problem } : problem;
    const { message, suggestion } = complaint;
    context.issues.push({ code: 'custom', input: context.value, message, params: { suggestion } });
  });
}
