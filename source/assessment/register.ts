import type {RegisterEntry} from '../types/decision.ts';
import type {Evidence, Facts} from '../types/facts.ts';
import type {Resource} from '../types/resource.ts';
import type {Register, Rule} from '../types/rule.ts';
import {day, isoDay, momentOf, startOfDay} from './iso-day.ts';
import {knownResources} from './known-resources.ts';
import {keyOf} from './resource-key.ts';

const defaultValidDays = 90;

/** A row of a register. `new`: nothing is recorded yet; `stale`: looked at too long ago; `incomplete`: a field is blank, or the rule has changed. */
export type RegisterRow = {
	readonly resource: Resource;
	/** The latest entry, whatever it is worth. */
	readonly entry: RegisterEntry | null;
	readonly state: 'recorded' | 'new' | 'stale' | 'incomplete';
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
};

type RegisterRule = Pick<Rule, 'id' | 'version' | 'validDays' | 'register'>;

/** The rows and field labels of a rule that a person may answer row by row, null for any other. */
export function registerOf({register}: Pick<Rule, 'register'>): Register | null {
	return register ?? null;
}

/** The register of a rule against what was read; null without a register, or where the list was not read reliably. */
export function registerState(
	rule: RegisterRule,
	facts: Facts,
	entries: readonly RegisterEntry[],
	now: Date,
): RegisterState | null {
	const {register} = rule;
	const known = register === undefined ? null : knownResources(register.rows, facts);
	if (register === undefined || known === null) {
		return null;
	}

	const latest = new Map(entriesOf(rule, entries).map(entry => [keyOf(entry.resource), entry]));
	const rows = known.resources.map((resource): RegisterRow => {
		const entry = latest.get(keyOf(resource)) ?? null;
		const state = entry === null ? 'new' : stateOf(entry, rule, register, now);
		const isDated = state === 'recorded' || state === 'stale';
		return {resource, entry, state, until: entry !== null && isDated ? endOf(entry, rule) : null};
	});
	return {
		register,
		rows,
		recorded: rows.filter(row => row.state === 'recorded').length,
		evidence: known.evidence,
	};
}

/** What was ever recorded for a rule, oldest first. */
export function entriesOf(rule: Pick<Rule, 'id'>, entries: readonly RegisterEntry[]): RegisterEntry[] {
	return entries.filter(entry => entry.rule === rule.id);
}

function stateOf(
	entry: RegisterEntry,
	rule: RegisterRule,
	register: Register,
	now: Date,
): Exclude<RegisterRow['state'], 'new'> {
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
