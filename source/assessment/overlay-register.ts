import {list} from '../controls/rule-kinds/count.ts';
import type {Attestation} from '../types/assessment.ts';
import type {RegisterEntry} from '../types/decision.ts';
import type {Evidence, Facts} from '../types/facts.ts';
import type {Rule} from '../types/rule.ts';
import type {JudgedRule} from './measured-result.ts';
import {entriesOf, type RegisterRow, type RegisterState, registerState, wordsOnRows} from './register.ts';

/** What the register of a rule is held against. */
export type RegisterContext = {
	readonly facts: Facts;
	readonly register: readonly RegisterEntry[];
	readonly attestations: readonly Attestation[];
	readonly now: Date;
};

/** A register in which every row is recorded, and what that comes to. */
export type WholeRegister = {
	readonly state: RegisterState;
	/** UTC ISO 8601 of the latest entry among its rows. */
	readonly at: string;
	/** The last ISO day on which all its rows hold. */
	readonly until: string;
};

/** The register of a rule when it answers the rule: nothing may be without a row, and each row has a valid entry. Null otherwise. */
export function wholeRegister(rule: Rule, context: RegisterContext): WholeRegister | null {
	const state = begunRegister(rule, context);
	if (
		state === null ||
		state.unseen !== null ||
		state.rows.length === 0 ||
		state.recorded < state.rows.length
	) {
		return null;
	}

	const at = state.rows.flatMap(({said}) => (said === null ? [] : [said.at])).toSorted();
	const until = state.rows.flatMap(row => (row.until === null ? [] : [row.until])).toSorted();
	const [soonest] = until;
	const latest = at.at(-1);
	return soonest === undefined || latest === undefined ? null : {state, at: latest, until: soonest};
}

/** Where the register of a rule stands once somebody has begun to fill it in: thousands of rows are not laid out before. */
export function begunRegister(
	rule: Rule,
	{facts, register, attestations, now}: RegisterContext,
): RegisterState | null {
	const isBegun =
		rule.register !== undefined &&
		(entriesOf(rule, register).length > 0 || wordsOnRows(rule, attestations).size > 0);
	return isBegun ? registerState(rule, facts, register, now, attestations) : null;
}

/** A rule that its register answers, by the people who filled it in. */
export function passByRegister({result, short}: JudgedRule, {state, at}: WholeRegister): JudgedRule {
	const people = [...new Set(state.rows.flatMap(({said}) => (said === null ? [] : [said.by])))];
	const evidence: Evidence = {
		source: 'person',
		detail: `${list(people)}: ${progressOf(state)}, the last on ${at.slice(0, 10)}`,
		grade: null,
		observedAt: at,
		outcome: 'ok',
	};
	return {
		short,
		result: {
			...result,
			status: 'pass',
			basis: 'attested',
			reasonCode: null,
			measured: {status: result.status, reasonCode: result.reasonCode},
			grade: null,
			actual: progressOf(state),
			reason: `Recorded by ${list(people)}, the last on ${at.slice(0, 10)}.`,
			evidence: [...result.evidence, ...state.evidence, evidence],
		},
	};
}

/** How far a register is that does not answer its rule yet, and which rows are new since. */
export function countRegister(judged: JudgedRule, rule: Rule, context: RegisterContext): JudgedRule {
	const recorded = entriesOf(rule, context.register).length + wordsOnRows(rule, context.attestations).size;
	if (recorded === 0) {
		return judged;
	}

	const {result} = judged;
	const state = begunRegister(rule, context);
	if (state === null) {
		const reason = `${result.reason} Rows are recorded, but the list they belong to was not read: answer for the whole.`;
		return {...judged, result: {...result, reason}};
	}

	const open = state.rows.filter(row => row.state !== 'recorded');
	const isStale = open.length > 0 && open.every(row => row.state === 'stale');
	return {
		...judged,
		short: progressOf(state),
		result: {
			...result,
			reasonCode: isStale ? 'stale' : result.reasonCode,
			actual: progressOf(state),
			reason: `${sentences(state, open)} ${result.reason}`,
		},
	};
}

export function progressOf({recorded, rows}: RegisterState): string {
	return `${recorded} of ${rows.length} recorded`;
}

const words = {refused: 'not so', new: 'new', stale: 'to look at again', incomplete: 'incomplete'} as const;

/** `3 of 7 recorded; new: etl, backup.` */
function sentences(state: RegisterState, open: readonly RegisterRow[]): string {
	const parts = (['refused', 'new', 'stale', 'incomplete'] as const).flatMap(kind => {
		const names = open.filter(row => row.state === kind).map(({resource}) => resource.name);
		return names.length === 0 ? [] : [`${words[kind]}: ${list(names)}`];
	});
	const whole = state.unseen === null ? '' : ` ${state.unseen} Answer for the whole.`;
	return `${[progressOf(state), ...parts].join('; ')}.${whole}`;
}
