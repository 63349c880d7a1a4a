import type {WaiverRecord, WaiverScope} from '../../../types/decision.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionState} from '../../../types/session.ts';
import {type Finished, problem} from './finished.ts';
import {type Choice, type Form, fieldChoice, newForm} from './form.ts';
import {personFields, signedBy} from './person-field.ts';
import {termFields, termOfForm} from './term.ts';

const kinds: readonly Choice[] = [
	{value: 'accepted_risk', words: 'Accepted risk', key: 'a'},
	{value: 'compensating', words: 'Compensated', key: 'c'},
	{value: 'disputed', words: 'Disputed', key: 'd'},
];

/** A waiver for a rule or a control; `known` is one that is renewed. */
export function waiveForm(
	scope: WaiverScope,
	what: string,
	state: {
		readonly session: SessionState;
		readonly knownPerson: SafeText | null;
		readonly now: Date;
		readonly maxDays: number;
	},
	known: WaiverRecord | null = null,
): Form {
	return newForm({
		purpose: {kind: 'waive', scope},
		title: `Waive: ${what}`,
		explanation:
			'What was measured stays and is shown; a waiver says who accepts it, why and until when. It counts as not passed.',
		fields: [
			{
				name: 'kind',
				label: 'Kind',
				kind: 'choice',
				choices: kinds,
				chosen: kinds.findIndex(({value}) => value === known?.waiver),
			},
			...termFields({
				reason: known?.reason ?? '',
				owner: known?.owner ?? state.session.person ?? '',
				now: state.now,
				maxDays: state.maxDays,
			}),
			...personFields(state.session, state.knownPerson),
		],
	});
}

/** The waiver of a finished form: reason, owner and an end within `maxDays` are all required (contract §2). */
export function finishWaive(
	form: Form,
	scope: WaiverScope,
	maxDays: number,
	session: SessionState,
	now: Date,
): Finished {
	const kind = kindOf(fieldChoice(form, 'kind'));
	if (kind === null) {
		return problem(
			'kind',
			'Choose its kind: a for an accepted risk, c for one compensated otherwise, d for disputed.',
		);
	}

	const given = termOfForm(form, 'A waiver', maxDays, now);
	if (given.kind === 'problem') {
		return given;
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: a waiver is signed.');
	}

	const waiver = {
		scope,
		waiver: kind,
		...given.term,
		by: signed.by,
	};
	return {
		kind: 'events',
		events: [...signed.naming, {type: 'waived', waiver}],
		message: `Waived until ${given.term.expires}; d takes it back.`,
	};
}

function kindOf(value: string): WaiverRecord['waiver'] | null {
	return value === 'accepted_risk' || value === 'compensating' || value === 'disputed' ? value : null;
}
