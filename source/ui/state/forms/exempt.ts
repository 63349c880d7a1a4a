import {count, list} from '../../../controls/rule-kinds/count.ts';
import type {Exemption} from '../../../types/decision.ts';
import type {Resource} from '../../../types/resource.ts';
import type {SafeText} from '../../../types/safe-text.ts';
import type {SessionEvent, SessionState} from '../../../types/session.ts';
import {type Finished, problem} from './finished.ts';
import {type Form, newForm} from './form.ts';
import {personFields, signedBy} from './person-field.ts';
import {termFields, termOfForm} from './term.ts';

/** Lets one or several resources pass a rule for a reason, until a day; `known` is an exemption that is renewed. */
export function exemptForm(
	rule: {readonly id: string; readonly title: string},
	resources: readonly Resource[],
	known: Exemption | null,
	state: {
		readonly session: SessionState;
		readonly knownPerson: SafeText | null;
		readonly now: Date;
		readonly maxDays: number;
	},
): Form {
	const names = list(resources.map(({name}) => name));
	return newForm({
		purpose: {kind: 'exempt', rule: rule.id, resources},
		title: `Exempt ${names}`,
		explanation: `From: ${rule.title}. ${resources.length === 1 ? 'It stays' : 'They stay'} found and shown; an exemption says who accepts it, why and until when.`,
		fields: [
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

/** One exemption for each resource: reason, owner and an end within `maxDays` are all required. */
export function finishExempt(
	form: Form,
	purpose: {readonly rule: string; readonly resources: readonly Resource[]},
	maxDays: number,
	session: SessionState,
	now: Date,
): Finished {
	const given = termOfForm(form, 'An exemption', maxDays, now);
	if (given.kind === 'problem') {
		return given;
	}

	const signed = signedBy(form, session);
	if (signed === null) {
		return problem('name', 'Write your name: an exemption is signed.');
	}

	return {
		kind: 'events',
		events: [
			...signed.naming,
			...purpose.resources.map(
				({type, id}): SessionEvent => ({
					type: 'exempted',
					exemption: {rule: purpose.rule, resource: {type, id}, ...given.term, by: signed.by},
				}),
			),
		],
		message: `${count(purpose.resources.length, 'finding')} exempted until ${given.term.expires}; d takes one back.`,
	};
}
