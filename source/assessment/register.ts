import type {Attestation} from '../types/assessment.ts';
import type {RegisterEntry} from '../types/decision.ts';
import type {Evidence, Facts} from '../types/facts.ts';
import type {Resource} from '../types/resource.ts';
import type {Register, Rule} from '../types/rule.ts';
import type {SafeText} from '../types/safe-text.ts';
import {holdsUntil, validityOf} from './attestation-validity.ts';
import {day, isoDay, momentOf, startOfDay} from './iso-day.ts';
import {knownResources} from './known-resources.ts';
import {keyOf} from './resource-key.ts';

const defaultValidDays = 90;

/**
A row of a register. `new`: nothing is recorded yet; `refused`: somebody said that it is not so; `stale`: looked at too
long ago; `incomplete`: a field is blank, or the rule has changed.
*/
export type RegisterRow = {
	readonly resource: Resource;
	/** The latest entry, whatever it is worth. */
	readonly entry: RegisterEntry | null;
	/** The latest word on this row alone; null for none. Of entry and word the later one counts. */
	readonly word: Attestation | null;
	/** Whose record counts, and when it was made (UTC ISO 8601); null for a new row. */
	readonly said: {readonly by: SafeText; readonly at: string} | null;
	readonly state: 'recorded' | 'refused' | 'new' | 'stale' | 'incomplete';
	/** The last ISO day on which a recorded row holds or a stale one held, else null. */
	readonly until: string | null;
};

/** Where the register of a rule stands: a row for each resource that was read, in the order of the reading. */
export type RegisterState = {
	readonly register: Register;
	readonly rows: readonly RegisterRow[];
	readonly recorded: number;
	/** The reads that the rows come from. */
	readonly evidence: readonly Evidence[];
	/** Why there may be things without a row, as a sentence: the register then answers nothing. Null where it has them all. */
	readonly unseen: string | null;
};

type RegisterRule = Pick<Rule, 'id' | 'version' | 'validDays' | 'register'>;

/** The register of a rule, and the words on its single rows, against what was read; null without a register, or where the list was not read reliably. */
export function registerState(
	rule: RegisterRule,
	facts: Facts,
	entries: readonly RegisterEntry[],
	now: Date,
	attestations: readonly Attestation[] = [],
): RegisterState | null {
	const {register} = rule;
	const known = register === undefined ? null : knownResources(register.rows, facts);
	if (register === undefined || known === null) {
		return null;
	}

	const latest = new Map(entriesOf(rule, entries).map(entry => [keyOf(entry.resource), entry]));
	const words = wordsOnRows(rule, attestations);
	const rows = known.resources.map((resource): RegisterRow => {
		const entry = latest.get(keyOf(resource)) ?? null;
		const word = words.get(keyOf(resource)) ?? null;
		return {resource, entry, word, ...standingOf({entry, word}, rule, register, now)};
	});
	return {
		register,
		rows,
		recorded: rows.filter(row => row.state === 'recorded').length,
		evidence: known.evidence,
		unseen: known.unseen,
	};
}

/** What was ever recorded for a rule, oldest first. */
export function entriesOf(rule: Pick<Rule, 'id'>, entries: readonly RegisterEntry[]): RegisterEntry[] {
	return entries.filter(entry => entry.rule === rule.id);
}

/** The latest word on each single thing of a rule, by its key. */
export function wordsOnRows(
	rule: Pick<Rule, 'id'>,
	attestations: readonly Attestation[],
): ReadonlyMap<string, Attestation> {
	return new Map(
		attestations.flatMap(word =>
			word.rule === rule.id && word.resource !== null
				? [[`${word.resource.type} ${word.resource.id}`, word]]
				: [],
		),
	);
}

type Standing = Pick<RegisterRow, 'said' | 'state' | 'until'>;

/** What a row is worth by the later of its entry and the word on it. */
function standingOf(
	{entry, word}: Pick<RegisterRow, 'entry' | 'word'>,
	rule: RegisterRule,
	register: Register,
	now: Date,
): Standing {
	if (word !== null && (entry === null || word.at >= entry.at)) {
		const state = stateOfWord(word, rule, now);
		return {
			said: {by: word.by, at: word.at},
			state,
			until: state === 'incomplete' ? null : holdsUntil(word, rule),
		};
	}

	if (entry === null) {
		return {said: null, state: 'new', until: null};
	}

	const state = stateOf(entry, rule, register, now);
	return {
		said: {by: entry.by, at: entry.at},
		state,
		until: state === 'incomplete' ? null : endOf(entry, rule),
	};
}

function stateOfWord(word: Attestation, rule: RegisterRule, now: Date): Exclude<RegisterRow['state'], 'new'> {
	switch (validityOf(word, rule, now).kind) {
		case 'unusable': {
			return 'incomplete';
		}

		case 'stale': {
			return 'stale';
		}

		case 'holds': {
			return word.status === 'fail' ? 'refused' : 'recorded';
		}
	}
}

function stateOf(
	entry: RegisterEntry,
	rule: RegisterRule,
	register: Register,
	now: Date,
): 'recorded' | 'stale' | 'incomplete' {
	const values = new Map<string, string>(entry.fields.map(({label, value}) => [label, value]));
	const given = momentOf(entry.at);
	const isWhole = register.fields.every(label => (values.get(label) ?? '').trim() !== '');
	// A day ahead is allowed for a clock that is a little fast.
	if (!isWhole || entry.ruleVersion !== rule.version || given === null || given > now.getTime() + day) {
		return 'incomplete';
	}

	const end = endOf(entry, rule);
	return end === null || isoDay(now.getTime()) > end ? 'stale' : 'recorded';
}

/** An entry holds as long as an attestation of its rule, counted from the day it was recorded. */
function endOf({at}: RegisterEntry, {validDays}: RegisterRule): string | null {
	const start = startOfDay(at.slice(0, 10));
	return start === null ? null : isoDay(start + (validDays ?? defaultValidDays) * day);
}
