import type {Secret} from './secret.ts';

/** A service account's name and secret, in memory only. */
export type Credentials = {readonly serviceAccount: string; readonly secret: Secret};
