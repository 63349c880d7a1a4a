import type {Confirmation, Exemption, RegisterEntry, WaiverRecord} from '../types/decision.ts';

/** What people have decided beside their attestations; a `SessionState` is one. Expired ones are judged here, not by whoever keeps them. */
export type Decisions = {
	readonly waivers: readonly WaiverRecord[];
	readonly exemptions: readonly Exemption[];
	readonly register: readonly RegisterEntry[];
	readonly confirmations: readonly Confirmation[];
};

/** Nobody has decided anything. */
export const noDecisions: Decisions = {waivers: [], exemptions: [], register: [], confirmations: []};
