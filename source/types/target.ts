import type {SafeText} from './safe-text.ts';

/** Mixpanel's three data regions (mixpanel-api §1.1). */
export type Region = 'us' | 'eu' | 'in';

/** What a session or assessment is about. `simulated` = a loopback server; `byHand` = no key, nothing is read. */
export type Target =
	| {readonly kind: 'live'; readonly region: Region; readonly organizationId: string; readonly name: SafeText}
	| {readonly kind: 'simulated'; readonly organizationId: string; readonly name: SafeText}
	| {readonly kind: 'byHand'};
