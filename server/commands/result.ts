/** What a command answers: lines for the person who ran it, and the exit code of the process. */
export type Result = { lines: string[]; code: 0 | 1 }
