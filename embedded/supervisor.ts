import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from './cannot-start.js';

/** A part that works. */
export interface Running {
  /** Fulfilled, with the reason in English, when it ends without being asked to; never for what cannot end alone. */
  readonly died: Promise<string>;
  stop(): Promise<void>;
}

/** How a supervisor speaks and how patient it is. */
export interface SupervisorOptions {
  /** A line for the person at the terminal, in Italian. */
  readonly tell: (line: string) => void;
  /** A line for the log, in English. */
  readonly log: (line: string) => void;
  /** Pauses before the first, second … restart in a row, in milliseconds; after the last one it gives up. */
  readonly pauses?: readonly number[];
  /** A part that lived this long, in milliseconds, starts again with the first pause. */
  readonly steadyAfter?: number;
}

/** Brings a part to work; ends early, by throwing, when the signal says that everything stops. */
export type Start<T extends Running> = (signal: AbortSignal) => Promise<T>;

/** Thrown out of a start that was overtaken by the wish to stop. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** Starts parts one after the other, starts again what dies, and stops them in reverse order. */
export class Supervisor {
  readonly #options: Required<SupervisorOptions>;
  readonly #parts: { name: string; running: Running | null; watching: Promise<void> }[] = [];
  readonly #abort = new AbortController();
  #starting: Promise<unknown> = Promise.resolve();
  #giveUp: (failure: CannotStart) => void = () => undefined;
  /** Fulfilled when a part keeps dying: the stack is of no use any more, and should be stopped. */
  readonly failed: Promise<CannotStart>;

  constructor(options: SupervisorOptions) {
    this.#options = { pauses: [200, 1_000, 3_000, 10_000, 20_000], steadyAfter: 60_000, ...options };
    this.failed = new Promise((resolve) => {
      this.#giveUp = resolve;
    });
  }

  /** Aborted as soon as everything is to stop. */
  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /**
   * Starts a part, waits until it is ready and keeps it running. `start` is called again when it dies and must bring it
   * back where it was; what may take long ends when the signal does. `name` is Italian with its article (`la base dati`).
   * Throws what `start` throws the first time.
   */
  async start<T extends Running>(name: string, start: Start<T>): Promise<T> {
    if (this.signal.aborted) throw new Stopped();
    const starting = this.#startFirst(name, start);
    this.#starting = starting.catch(() => undefined);
    const running = await starting;
    if (this.signal.aborted) throw new Stopped();
    return running;
  }

  async #startFirst<T extends Running>(name: string, start: Start<T>): Promise<T> {
    const since = Date.now();
    const running = await start(this.signal);
    const part = { name, running: running as Running | null, watching: Promise.resolve() };
    this.#parts.push(part);
    part.watching = this.#keep(part, start);
    this.#options.log(`${name}: ready after ${Date.now() - since} ms`);
    return running;
  }

  /** Stops everything, the last started first. Parts that were being restarted are not started any more. */
  async stop(): Promise<void> {
    this.#abort.abort();
    await this.#starting;
    for (const part of [...this.#parts].reverse()) {
      await part.watching;
      try {
        await part.running?.stop();
      } catch (error) {
        this.#options.tell(error instanceof Error ? error.message : String(error));
      }
      part.running = null;
    }
  }

  async #keep(part: { name: string; running: Running | null }, start: Start<Running>): Promise<void> {
    const { signal } = this.#abort;
    const asked = new Promise<null>((resolve) =>
      signal.addEventListener('abort', () => resolve(null), { once: true }),
    );
    let inARow = 0;
    while (!signal.aborted) {
      const since = Date.now();
      const reason = await Promise.race([part.running?.died ?? 'it could not be started', asked]);
      if (reason === null) return;
      if (part.running !== null) this.#options.log(`${part.name}: ${reason}`);
      if (part.running !== null && Date.now() - since >= this.#options.steadyAfter) inARow = 0;
      part.running = null;
      const pause = this.#options.pauses[inARow];
      if (pause === undefined) return this.#giveUp(this.#keepsDying(part.name, inARow, reason));
      inARow += 1;
      this.#options.tell(`Si è fermato un componente (${part.name}): lo riavvio.`);
      await sleep(pause, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      part.running = await start(signal).catch((error) => {
        this.#options.log(`${part.name}: ${error instanceof Error ? error.message : String(error)}`);
        return null;
      });
      if (part.running !== null) this.#options.tell(`Di nuovo al lavoro: ${part.name}.`);
    }
  }

  #keepsDying(name: string, times: number, reason: string): CannotStart {
    return new CannotStart(
      `Un componente (${name}) si è fermato ${times + 1} volte di seguito: smetto di riavviarlo.`,
      {
        remedy:
          'Il registro nella cartella dei dati dice perché (file «log»). I dati sono al sicuro: riprova con npm start.',
        details: reason,
      },
    );
  }
}
