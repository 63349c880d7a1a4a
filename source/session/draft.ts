import type {Attestation} from '../types/assessment.ts';
import type {Change} from '../types/change.ts';
import type {ControlId} from '../types/control.ts';
import type {
	Assurance,
	Confirmation,
	Discrepancy,
	Exemption,
	Parked,
	RegisterEntry,
	WaiverRecord,
	WaiverScope,
} from '../types/decision.ts';
import type {EvidenceKind, ImportedEvidence} from '../types/evidence-facts.ts';
import type {Profile} from '../types/profile.ts';
import type {ResourceKey} from '../types/resource.ts';
import type {SafeText} from '../types/safe-text.ts';
import type {AssessmentRecord, KeptReading, Note, Place, SessionState, Training} from '../types/session.ts';

/** A session's state while it is being folded: collections that are written in place, by the key that makes a word the same word. */
export type Draft = {
	training: Training | null;
	person: SafeText | null;
	profile: Profile;
	place: Place | null;
	readonly visited: Set<ControlId>;
	readonly ticked: Set<string>;
	/** By rule and resource, the latest word last. */
	readonly attestations: Map<string, Attestation>;
	readonly notes: Map<ControlId, Note[]>;
	readonly assessments: (AssessmentRecord & {readonly at: string})[];
	readonly readings: KeptReading[];
	readonly waivers: Map<string, WaiverRecord>;
	readonly exemptions: Map<string, Exemption>;
	readonly register: Map<string, RegisterEntry>;
	readonly confirmations: Map<string, Confirmation>;
	readonly parked: Map<string, Parked>;
	readonly discrepancies: Discrepancy[];
	readonly rescueSheets: Map<ControlId, string>;
	readonly assurances: Map<string, Assurance>;
	readonly changes: Map<string, Change>;
	readonly evidence: Map<EvidenceKind, ImportedEvidence>;
	report: SessionState['report'];
	openedAt: string | null;
	lastAt: string | null;
};

/** A draft that leaves the state as it is. */
export function toDraft(state: SessionState): Draft {
	return {
		...state,
		visited: new Set(state.visited),
		ticked: new Set(state.ticked),
		attestations: new Map(state.attestations.map(attestation => [keyOf(attestation), attestation])),
		notes: copyNotes(state.notes),
		assessments: [...state.assessments],
		readings: [...state.readings],
		waivers: new Map(state.waivers.map(waiver => [scopeKey(waiver.scope), waiver])),
		exemptions: new Map(state.exemptions.map(exemption => [keyOf(exemption), exemption])),
		register: new Map(state.register.map(entry => [keyOf(entry), entry])),
		confirmations: new Map(state.confirmations.map(confirmation => [confirmation.reading, confirmation])),
		parked: new Map(state.parked.map(parked => [parkedKey(parked), parked])),
		discrepancies: [...state.discrepancies],
		rescueSheets: new Map(state.rescueSheets),
		assurances: new Map(state.assurances.map(assurance => [assurance.proof, assurance])),
		changes: new Map(state.changes.map(change => [change.operation, change])),
		evidence: new Map(state.evidence.map(each => [each.kind, each])),
	};
}

/** The state as it stands, apart from the draft. */
export function toState(draft: Draft): SessionState {
	return {
		...draft,
		visited: new Set(draft.visited),
		ticked: new Set(draft.ticked),
		attestations: [...draft.attestations.values()],
		notes: copyNotes(draft.notes),
		assessments: [...draft.assessments],
		readings: [...draft.readings],
		waivers: [...draft.waivers.values()],
		exemptions: [...draft.exemptions.values()],
		register: [...draft.register.values()],
		confirmations: [...draft.confirmations.values()],
		parked: [...draft.parked.values()],
		discrepancies: [...draft.discrepancies],
		rescueSheets: new Map(draft.rescueSheets),
		assurances: [...draft.assurances.values()],
		changes: [...draft.changes.values()],
		evidence: [...draft.evidence.values()],
	};
}

function copyNotes(notes: SessionState['notes']): Map<ControlId, Note[]> {
	return new Map([...notes].map(([control, texts]) => [control, [...texts]]));
}

/** The same scope is waived once. */
export function scopeKey(scope: WaiverScope): string {
	return scope.kind === 'control' ? scope.control : scope.rule;
}

/** A control waits once as a whole, and once at each of its clicks. */
export function parkedKey({control, click}: Pick<Parked, 'control' | 'click'>): string {
	return click ?? control;
}

/** A word on the same rule and resource replaces the one before. */
export function keyOf({
	rule,
	resource,
}: {
	readonly rule: string;
	readonly resource: ResourceKey | Attestation['resource'];
}): string {
	return JSON.stringify([rule, resource?.type ?? null, resource?.id ?? null]);
}

/** The latest word stands last. */
export function replace<Key, Value>(map: Map<Key, Value>, key: Key, value: Value): void {
	map.delete(key);
	map.set(key, value);
}
