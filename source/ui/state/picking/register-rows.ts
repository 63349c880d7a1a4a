import {type RegisterRow, type RegisterState, registerState} from '../../../assessment/register.ts';
import {keyOf} from '../../../assessment/resource-key.ts';
import type {Rule} from '../../../types/rule.ts';
import type {AppState, Open} from '../app-state.ts';
import {aboutResource} from './about-resource.ts';
import type {PickingView, PickRow} from './picking.ts';
import {newSince, registerProgress} from './register-progress.ts';

/** The register of a rule as it stands; null where the rule has none, or its rows were not read reliably. */
export function registerIn(rule: Rule, {facts, session}: Open, now: Date): RegisterState | null {
	return registerState(rule, facts, session.register, now, session.attestations);
}

/** A rule by its id, whichever control it belongs to. */
export function ruleById(state: Pick<AppState, 'controls'>, id: string): Rule | null {
	return state.controls.flatMap(({rules}) => rules).find(rule => rule.id === id) ?? null;
}

/** Whether each row of a rule is answered by yes or no, and not only written down: the projects are. */
export function isAnswered({register}: Pick<Rule, 'register'>): boolean {
	return register?.rows === 'projects';
}

/** The rows of a register, each with what is recorded of it. */
export function registerView(state: AppState, open: Open, id: string): PickingView {
	const rule = ruleById(state, id);
	const register = rule === null ? null : registerIn(rule, open, state.now);
	if (rule === null || register === null) {
		return {
			title: rule?.title ?? id,
			progress: '',
			rows: [],
			none: 'The list this belongs to was not read: press a to answer for the whole.',
			canMark: true,
		};
	}

	const fresh = newSince(register, open.facts, open.before);
	const freshKeys = new Set(fresh?.rows.map(({resource}) => keyOf(resource)) ?? []);
	return {
		title: rule.title,
		progress: registerProgress(register, open.facts, open.before),
		rows: register.rows.map(
			(row): PickRow => ({
				key: keyOf(row.resource),
				name: row.resource.name,
				words: wordsOf(row, freshKeys.has(keyOf(row.resource)) ? (fresh?.day ?? null) : null),
				state: row.state === 'recorded' ? 'done' : row.state === 'refused' ? 'bad' : 'open',
				detail: detailOf(row, open, state.now),
			}),
		),
		none: 'There is nothing to record.',
		canMark: true,
	};
}

function wordsOf(row: RegisterRow, freshSince: string | null): string {
	const what = shortText(row);
	switch (row.state) {
		case 'new': {
			return freshSince === null ? 'nothing recorded yet' : `new since ${freshSince}`;
		}

		case 'refused': {
			return what === '' ? 'not so' : `not so: ${what}`;
		}

		case 'stale': {
			return `look again, held until ${row.until}: ${what}`;
		}

		case 'incomplete': {
			return `incomplete: ${what}`;
		}

		case 'recorded': {
			return what;
		}
	}
}

function detailOf(row: RegisterRow, {facts}: Open, now: Date): readonly string[] {
	const recorded = recordedText(row);
	const said =
		row.said === null
			? []
			: [`${row.said.by}, ${row.said.at.slice(0, 10)}${recorded === '' ? '' : `: ${recorded}`}`];
	const until = row.until === null || row.state === 'stale' ? [] : [`Holds until ${row.until}.`];
	return [aboutResource(row.resource, facts, now), ...said, ...until];
}

/** What is recorded of a row without its labels, for a list of rows with the same ones. */
function shortText(row: RegisterRow): string {
	const {entry, word, said} = row;
	return word !== null && said?.at === word.at
		? recordedText(row)
		: (entry?.fields ?? []).map(({value}) => value).join(' · ');
}

/** What is recorded of a row, in the words of whoever did. */
function recordedText({entry, word, said}: RegisterRow): string {
	if (word !== null && said?.at === word.at) {
		const parts = [word.status === 'not_applicable' ? 'does not apply' : '', word.seen];
		return parts.filter(part => part !== '').join('; ');
	}

	return (entry?.fields ?? []).map(({label, value}) => `${label}: ${value}`).join('; ');
}
