/** A scrape waits this long for an answer: a database that hangs must not make the process look dead. */
const SCRAPE_MS = 3_000;

/** What `work` comes to; `null` when it fails or takes longer than that. */
export async function patiently<T>(work: Promise<T>, patienceMs = SCRAPE_MS): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, patienceMs, null);
  });
  try {
    return await Promise.race([work.catch(() => null), late]);
  } finally {
    clearTimeout(timer);
  }
}
