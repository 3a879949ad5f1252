/**
 * Native time skipping of the Temporal server: executions started through a connection with this
 * interceptor have a clock of their own, that leaps over every wait. Pitfalls: no workflow timeouts (the
 * clock leaps to them), `Date.now()` in activities is real, and the history holds an event of type 60 a leap.
 */
import { randomUUID } from 'node:crypto';
import * as grpc from '@grpc/grpc-js';
import type { Connection, WorkflowHandle } from '@temporalio/client';
import proto, { type temporal } from '@temporalio/proto';

const { workflowservice } = proto.temporal.api;
const { StartWorkflowExecutionRequest, SignalWithStartWorkflowExecutionRequest } = workflowservice.v1;

type Skipping = temporal.api.common.v1.ITimeSkippingConfig;

/** Leaps; whoever waits for years needs many. */
export const LEAPING: Skipping = { enabled: true, maxSessionSkipCount: 10_000 };
/** A clock of its own that runs like ours until `advance`. */
export const STANDING: Skipping = { enabled: false };

/** Type of the event of a leap, which no ordinary execution has. */
export const LEAP_EVENT = 60;

/** What is in common of the two requests that start an execution. */
interface StartType {
  decode(bytes: Uint8Array): { timeSkippingConfig?: Skipping | null };
  encode(request: object): { finish(): Uint8Array };
}

const STARTS: ReadonlyMap<string, StartType> = new Map<string, StartType>([
  ['StartWorkflowExecution', StartWorkflowExecutionRequest],
  ['SignalWithStartWorkflowExecution', SignalWithStartWorkflowExecutionRequest],
]);

/** Every execution started through a connection with this interceptor gets what `skipping` says at that moment. */
export const timeSkipping =
  (skipping: () => Skipping | null): grpc.Interceptor =>
  (options, nextCall) => {
    const start = STARTS.get(options.method_definition.path.split('/').pop() ?? '');
    return new grpc.InterceptingCall(nextCall(options), {
      sendMessage(message, next) {
        const config = skipping();
        if (start === undefined || config === null) return next(message);
        // Messages arrive already encoded.
        const request = start.decode(message as Uint8Array);
        request.timeSkippingConfig ??= config;
        next(Buffer.from(start.encode(request).finish()));
      },
    });
  };

const durationOf = (ms: number) => ({
  seconds: Math.floor(ms / 1000) as never,
  nanos: Math.round((ms % 1000) * 1e6),
});

/** The clock of one execution, seen from outside. */
export class VirtualTime {
  constructor(
    readonly connection: Connection,
    readonly namespace: string,
  ) {}

  async #configure({ workflowId }: WorkflowHandle, timeSkippingConfig: Skipping): Promise<void> {
    await this.connection.workflowService.updateWorkflowExecutionOptions({
      namespace: this.namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { timeSkippingConfig } as never,
      updateMask: { paths: ['time_skipping_config'] },
    });
  }

  /** Lets the execution's time run on by exactly `ms`, then stand. */
  async advance(handle: WorkflowHandle, ms: number): Promise<void> {
    const id = randomUUID();
    await this.#configure(handle, { ...LEAPING, fastForwardConfig: { id, duration: durationOf(ms) } });
    for (;;) {
      const { fastForwardInfo, failedReason } =
        await this.connection.workflowService.pollWorkflowExecutionTimeSkipping({
          namespace: this.namespace,
          workflowExecution: { workflowId: handle.workflowId },
          fastForwardId: id,
        });
      if (fastForwardInfo?.hasCompleted) return;
      if (failedReason) throw new Error(`the time of ${handle.workflowId} did not run on: ${failedReason}`);
    }
  }
}
