/** How `doctor` says what it found: one line a thing, and whether all is well. */

export interface DoctorReport {
  readonly ok: boolean;
  readonly lines: readonly string[];
}

export interface Check {
  readonly ok: boolean;
  readonly line: string;
}

export const good = (line: string): Check => ({ ok: true, line: `  ok  ${line}` });
export const bad = (line: string): Check => ({ ok: false, line: `  NO  ${line}` });
/** To be looked at, or not to be known from here: no failure. */
export const unsure = (line: string): Check => ({ ok: true, line: `  ??  ${line}` });

export const reportOf = (checks: readonly Check[]): DoctorReport => ({
  ok: checks.every(({ ok }) => ok),
  lines: checks.map(({ line }) => line),
});
