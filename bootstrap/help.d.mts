/** What `npm start -- --help` prints. */
export declare const help: string;
