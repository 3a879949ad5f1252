/** The oldest Node that runs Traguardo. */
export declare const oldestNode: string;
/** What to tell a person whose Node is too old, in Italian; null when it is new enough. */
export declare function nodeTrouble(version: string): string | null;
/** Ends the process with that message when this Node is too old. */
export declare function requireNode(): void;
