import {keyOf} from '../../../assessment/resource-key.ts';
import {count, list} from '../../../controls/rule-kinds/count.ts';
import {makeSafe} from '../../../terminal/make-safe.ts';
import type {Attestation} from '../../../types/assessment.ts';
import type {ControlId} from '../../../types/control.ts';
import type {RegisterEntry} from '../../../types/decision.ts';
import type {Resource} from '../../../types/resource.ts';
import type {Register, Rule} from '../../../types/rule.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../../../types/session.ts';
import {isAnswered} from '../picking/register-rows.ts';
import {textField} from '../text-field.ts';
import {answers} from './attest.ts';
import {type Finished, type FormProblem, problem} from './finished.ts';
import {type Form, type FormField, fieldChoice, fieldText, newForm, unchosen} from './form.ts';
import {dayText, isoDay, isToCome, notADay} from './iso-day.ts';
import {personFields, signedBy} from './person-field.ts';

type RowRule = Rule & {readonly register: Register};

/** A rule that is answered row by row, or null. */
export function rowRule(rule: Rule): RowRule | null {
	const {register} = rule;
	return register === undefined ? null : {...rule, register};
}

/**
What is recorded of one row of a register, or of several at once. Projects are answered by yes or no as well. Of a
single row, what is known of it stands in the fields.
*/
export function rowsForm(
	control: ControlId,
	rule: RowRule,
	resources: readonly Resource[],
	state: {
		readonly session: SessionState;
		readonly knownPerson: SafeText | null;
		readonly now: Date;
		/** `3 of 7 recorded`. */
		readonly progress: string;
		/** The form of the row before, null for none. */
		readonly last: Form | null;
	},
): Form {
	const [first] = resources;
	const known = resources.length === 1 && first !== undefined ? entryOf(rule, first, state.session) : null;
	const asked = isAnswered(rule);
	const isSingle = resources.length === 1;
	const fields = rule.register.fields.map((label, index): FormField => {
		const own = known?.fields.find(field => field.label === label)?.value ?? '';
		const alike = own === '' && isSingle ? lastSaid(rule, label, state) : '';
		return {
			name: label,
			label,
			kind: 'text',
			value: textField(own === '' ? alike : own),
			...hintOf(alike !== '', own === '' && index === 0 && !asked),
		};
	});
	const several =
		resources.length === 1
			? ''
			: asked
				? ' The same is recorded for each.'
				: ' A field left empty keeps what each has.';
	return newForm({
		purpose: {kind: 'rows', control, rule: rule.id, resources},
		title:
			resources.length === 1
				? (first?.name ?? rule.title)
				: `${count(resources.length, 'row')}: ${list(resources.map(({name}) => name))}`,
		explanation: `${asked ? rule.question : `${rule.title}.`} ${state.progress}.${several}`,
		fields: [
			...(asked
				? [
						{
							name: 'answer',
							label: 'Your answer',
							kind: 'choice',
							choices: answers,
							chosen: unchosen,
						} as const,
					]
				: []),
			...fields,
			...(asked
				? [{name: 'observed', label: 'Seen on', kind: 'text', value: textField(dayText(state.now))} as const]
				: []),
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** A row has no answer of its own: whoever has nothing to write into it must not have to invent something. */
function hintOf(isAlike: boolean, isAsked: boolean): Pick<FormField, 'hint'> {
	if (isAlike) {
		return {hint: 'As in the row before. Change it where it differs.'};
	}

	return isAsked ? {hint: 'None? Esc leaves it open, a says No.'} : {};
}

/** What the row before says where rows mostly say the same; empty where they do not, or before the first. */
function lastSaid(
	{id, register: {alike = []}}: RowRule,
	label: string,
	{last, session}: {readonly last: Form | null; readonly session: SessionState},
): string {
	if (!alike.includes(label)) {
		return '';
	}

	const typed = last === null ? '' : fieldText(last, label);
	const entries = session.register.filter(({rule}) => rule === id);
	return typed === ''
		? (entries.at(-1)?.fields.find(field => field.label === label)?.value ?? '')
		: makeSafe(typed, 500);
}

/** A record for each row; of several rows, an empty field keeps what was recorded before. */
export function finishRows(
	form: Form,
	rule: RowRule,
	resources: readonly Resource[],
	session: SessionState,
	now: Date,
): Finished {
	const drafted = isAnswered(rule) ? wordOf(form, rule, now) : entriesOf(form, rule, resources, session);
	if (drafted.kind === 'problem') {
		return drafted;
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: somebody has to be asked back.');
	}

	const events = resources.map((resource): SessionEvent => {
		const {type, id} = resource;
		const key = {type, id};
		return drafted.kind === 'word'
			? {type: 'rule_attested', attestation: {...drafted.word, resource: key, by: signed.by}}
			: {
					type: 'registered',
					entry: {
						rule: rule.id,
						ruleVersion: rule.version,
						resource: key,
						fields: drafted.fieldsOf(resource),
						by: signed.by,
					},
				};
	});
	return {
		kind: 'events',
		events: [...signed.naming, ...events],
		message: resources.length === 1 ? 'Recorded.' : `${resources.length} rows recorded.`,
	};
}

type Word = Omit<Attestation, 'at' | 'by' | 'resource'>;

function wordOf(
	form: Form,
	rule: RowRule,
	now: Date,
): {readonly kind: 'word'; readonly word: Word} | FormProblem {
	const status = statusOf(fieldChoice(form, 'answer'));
	if (status === null) {
		return problem('answer', 'Choose what is so: y for yes, n for no, x if it does not apply.');
	}

	const empty = rule.register.fields.find(label => fieldText(form, label) === '');
	if (status === 'pass' && empty !== undefined) {
		return problem(empty, `Write “${empty}”: a report has to show more than a yes.`);
	}

	const observed = fieldText(form, 'observed');
	const day = isoDay(observed);
	if (day === null) {
		return problem('observed', notADay(observed));
	}

	if (isToCome(day, now)) {
		return problem('observed', 'That day is still to come: write the day you looked.');
	}

	const written = rule.register.fields
		.filter(label => fieldText(form, label) !== '')
		.map(label => `${label}: ${fieldText(form, label)}`)
		.join('; ');
	return {
		kind: 'word',
		word: {
			rule: rule.id,
			ruleVersion: rule.version,
			question: makeSafe(rule.question, 2000),
			status,
			observedOn: observed,
			seen: makeSafe(written, 2000),
		},
	};
}

function statusOf(value: string): Attestation['status'] | null {
	return value === 'pass' || value === 'fail' || value === 'not_applicable' ? value : null;
}

type Fields = RegisterEntry['fields'];

function entriesOf(
	form: Form,
	rule: RowRule,
	resources: readonly Resource[],
	session: SessionState,
): {readonly kind: 'entries'; readonly fieldsOf: (resource: Resource) => Fields} | FormProblem {
	const {fields: labels} = rule.register;
	const empty = labels.filter(label => fieldText(form, label) === '');
	const [missing] = empty;
	if (missing !== undefined && (resources.length === 1 || empty.length === labels.length)) {
		return problem(missing, `Write “${missing}”: a register without it answers nothing.`);
	}

	return {
		kind: 'entries',
		fieldsOf(resource) {
			const known = entryOf(rule, resource, session)?.fields ?? [];
			return labels.flatMap(label => {
				const typed = fieldText(form, label);
				const value = typed === '' ? known.find(field => field.label === label)?.value : makeSafe(typed, 500);
				return value === undefined ? [] : [{label: makeSafe(label), value}];
			});
		},
	};
}

function entryOf(rule: RowRule, resource: Resource, {register}: SessionState): RegisterEntry | null {
	return (
		register.findLast(entry => entry.rule === rule.id && keyOf(entry.resource) === keyOf(resource)) ?? null
	);
}
