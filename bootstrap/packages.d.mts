/** Why the packages under `project` must be installed, in English, or null when they are there. */
export declare function whyInstall(project: string): string | null;
