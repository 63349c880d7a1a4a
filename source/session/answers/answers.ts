import type {Attestation} from '../../types/assessment.ts';
import type {ControlId} from '../../types/control.ts';
import type {Exemption, RegisterEntry, WaiverRecord} from '../../types/decision.ts';
import type {Profile} from '../../types/profile.ts';
import type {Rule} from '../../types/rule.ts';
import type {SafeText} from '../../types/safe-text.ts';

/** What a file of answers says (contract §5): the same words that a session records. */
export type Answers = {
	/** Only what the file answers. */
	readonly profile: Partial<Profile>;
	readonly attestations: readonly Omit<Attestation, 'at'>[];
	readonly waivers: readonly Omit<WaiverRecord, 'at'>[];
	readonly exemptions: readonly Omit<Exemption, 'at'>[];
	readonly registers: readonly Omit<RegisterEntry, 'at'>[];
	readonly notes: readonly {readonly control: ControlId; readonly text: SafeText}[];
};

/** What answers are checked against. */
export type AnswersContext = {
	readonly rules: readonly Pick<Rule, 'id' | 'version' | 'register'>[];
	readonly now: Date;
	/** Longest term of a waiver or exemption, in days. */
	readonly waiverMaxDays: number;
};
