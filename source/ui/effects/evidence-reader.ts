import type {EvidenceKind, FoundEvidence, ReadProgress} from '../../types/evidence-facts.ts';

/**
Reads a file as evidence. `place` is as a person typed or dropped it. Rejects with a UserError for what is no such file,
and with the signal's reason when it aborts.
*/
export type EvidenceReader = (
	kind: EvidenceKind,
	place: string,
	options: {readonly signal: AbortSignal; readonly onProgress: (progress: ReadProgress) => void},
) => Promise<FoundEvidence>;
