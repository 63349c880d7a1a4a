import type {ControlResult} from '../types/assessment.ts';
import type {Rule} from '../types/rule.ts';
import type {RuleContext} from './assess-rule.ts';
import {howRecorded} from './how-recorded.ts';

/** What makes the verdict of a control doubtful: already now, on a day to come, or when somebody or something new arrives. */
export type Doubt =
	/** A word is in doubt or has run out; `reason` is a sentence of the verdict. */
	| {readonly kind: 'now'; readonly title: string; readonly reason: string}
	/** ISO date, the last day on which it holds. */
	| {readonly kind: 'ends'; readonly what: 'word' | 'waiver'; readonly title: string; readonly on: string}
	/** A new project, Owner, Admin or service account asks again what was said of these. */
	| {
			readonly kind: 'newcomer';
			readonly who: NonNullable<Rule['doubtedBy']>;
			readonly titles: readonly string[];
	  };

/** Everything that puts or would put a control's verdict in doubt: what already does first, then by day. */
export function doubtsOf(
	rules: readonly Rule[],
	result: Pick<ControlResult, 'rules' | 'waiver'>,
	context: RuleContext,
): readonly Doubt[] {
	const judged = rules.flatMap(rule => {
		const found = result.rules.find(({id}) => id === rule.id);
		return found === undefined ? [] : [{rule, result: found, recorded: howRecorded(rule, found, context)}];
	});
	const now = judged.flatMap(({rule: {title}, result: {reasonCode, reason}}): Doubt[] =>
		reasonCode === 'in_doubt' || reasonCode === 'stale' ? [{kind: 'now', title, reason}] : [],
	);
	const words = judged.flatMap(({rule: {title}, recorded}): Extract<Doubt, {kind: 'ends'}>[] =>
		(recorded.kind === 'said' || recorded.kind === 'register') && recorded.until !== null
			? [{kind: 'ends', what: 'word', title, on: recorded.until}]
			: [],
	);
	const waivers = judged.flatMap(({rule: {title}, result: {waiver}}): Extract<Doubt, {kind: 'ends'}>[] =>
		waiver === null ? [] : [{kind: 'ends', what: 'waiver', title, on: waiver.expires}],
	);
	const whole: Extract<Doubt, {kind: 'ends'}>[] =
		result.waiver === null
			? []
			: [{kind: 'ends', what: 'waiver', title: 'The whole control', on: result.waiver.expires}];
	const newcomers = (['project', 'admin', 'service_account'] as const).flatMap((who): Doubt[] => {
		const titles = judged
			.filter(({rule, recorded}) => rule.doubtedBy === who && recorded.kind === 'said')
			.map(({rule}) => rule.title);
		return titles.length === 0 ? [] : [{kind: 'newcomer', who, titles}];
	});
	return [
		...now,
		...[...words, ...whole, ...waivers].toSorted((one, other) => one.on.localeCompare(other.on)),
		...newcomers,
	];
}
