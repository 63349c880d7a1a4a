import type {Profile} from '../../types/profile.ts';
import type {Rule} from '../../types/rule.ts';
import type {NotApplicableReason} from '../../types/verdict.ts';

/** Why the profile's answers make a rule not apply. */
export type Exclusion = {readonly reasonCode: NotApplicableReason; readonly reason: string};

/** What every kind of rule is told about itself; the kind adds where the answer comes from. */
export type RuleText = Pick<
	Rule,
	| 'id'
	| 'title'
	| 'required'
	| 'validDays'
	| 'question'
	| 'worthWriting'
	| 'clicks'
	| 'reading'
	| 'register'
	| 'doubtedBy'
> & {
	/** Grows when the meaning changes. 1 unless told. */
	readonly version?: number;
	/** Lowest plan that has the feature, with what helps below it; every plan has it unless told. */
	readonly plan?: {readonly name: 'growth' | 'enterprise'; readonly without: string};
	/** What is asked for, as a fragment: `no account unused for 90 days`. The title unless told. */
	readonly expected?: string;
	/** The answers of the profile under which the rule does not apply. */
	readonly excludes?: (profile: Profile) => Exclusion | null;
};

/** The fields of a rule that do not depend on where its answer comes from. */
export function commonFields(text: RuleText): Omit<Rule, 'source' | 'grade' | 'dependsOn' | 'measure'> {
	return {
		id: text.id,
		version: text.version ?? 1,
		title: text.title,
		required: text.required,
		validDays: text.validDays,
		question: text.question,
		...(text.worthWriting === undefined ? {} : {worthWriting: text.worthWriting}),
		clicks: text.clicks,
		plan: text.plan?.name ?? null,
		...(text.plan === undefined ? {} : {withoutPlan: text.plan.without}),
		...(text.reading === undefined ? {} : {reading: text.reading}),
		...(text.register === undefined ? {} : {register: text.register}),
		...(text.doubtedBy === undefined ? {} : {doubtedBy: text.doubtedBy}),
	};
}
