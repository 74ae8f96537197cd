export type Embedded = {
  url: string;
  superuserUrl: string;
  cluster: string;
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  log?: (sentence: string) => void;
  dataDir?: string;
  ephemeral?: boolean;
  origin?: string;
  onUrl?: (url: string) => void;
  onLost?: (error: Error) => void;
};

export declare const checkout: string;
export declare function dataDirectory(given?: string): string;
export declare function startEmbedded(options?: EmbeddedOptions): Promise<Embedded>;
export declare function runningEmbedded(dataDir?: string): Promise<string | null>;
export declare function freePort(): Promise<number>;
export type Holder = { pid: number; started: string; origin?: string };
export declare function lastStart(dataDir?: string): { holder: Holder | null; cutOff: boolean };
export declare function alreadyRunning(holder: Holder): string;
