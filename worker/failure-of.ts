/** The kind of a failure: what databases and servers say may quote personal data. */
export function failureOf(error: unknown): { readonly failure: string } {
  if (!(error instanceof Error)) return { failure: typeof error };
  const { code, type } = error as { readonly code?: unknown; readonly type?: unknown };
  return {
    failure: [error.name, type, code].filter((part) => part !== undefined && part !== null).join(' '),
  };
}
