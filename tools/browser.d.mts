export function findBrowser(): string
export function findShell(): string
export function browsers(): { CHROMIUM: string; HEADLESS_SHELL: string }
