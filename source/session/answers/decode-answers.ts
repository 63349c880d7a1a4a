import type {WaiverScope} from '../../types/decision.ts';
import type {Answers, AnswersContext} from './answers.ts';
import {decodeProfile} from './decode-profile.ts';
import {decodeRegisterEntry} from './decode-register-entry.ts';
import {AnswersFault, type Located} from './located.ts';
import {exactId, listOf, mapFields, oneOf, personText, type Take} from './located-fields.ts';
import {once} from './once.ts';
import {resourceKey} from './resource-ids.ts';
import {seenWithFile} from './seen-with-file.ts';
import {control, observedDay, ruleOf, term} from './shared-takes.ts';

/** The answers in a file. Throws an `AnswersFault` at the first thing that cannot be meant. */
export function decodeAnswers(value: Located, context: AnswersContext): Answers {
	const file = mapFields(value, 'the file', [
		'profile',
		'attestations',
		'waivers',
		'exemptions',
		'registers',
		'notes',
	]);
	const each = <Item>(name: string, take: (item: Located) => Item): readonly Item[] =>
		file.may(name, listOf(take), []);
	const attested = once('this was answered above');
	const waived = once('this was waived above');
	const exempted = once('this was exempted above');
	const registered = once('this was registered above');
	return {
		profile: file.may('profile', decodeProfile, {}),
		attestations: each('attestations', item => {
			const attestation = decodeAttestation(item, context);
			attested(item.spot, [attestation.rule, attestation.resource]);
			return attestation;
		}),
		waivers: each('waivers', item => {
			const waiver = decodeWaiver(item, context);
			waived(item.spot, waiver.scope);
			return waiver;
		}),
		exemptions: each('exemptions', item => {
			const exemption = decodeExemption(item, context);
			exempted(item.spot, [exemption.rule, exemption.resource]);
			return exemption;
		}),
		registers: each('registers', item => {
			const entry = decodeRegisterEntry(item, context);
			registered(item.spot, [entry.rule, entry.resource]);
			return entry;
		}),
		notes: each('notes', item => {
			const fields = mapFields(item, 'a note', ['control', 'text']);
			return {control: fields.need('control', control), text: fields.need('text', personText)};
		}),
	};
}

function decodeAttestation(item: Located, context: AnswersContext): Answers['attestations'][number] {
	const fields = mapFields(item, 'an attestation', [
		'rule',
		'resource',
		'status',
		'by',
		'observedOn',
		'seen',
		'evidenceSha256',
	]);
	const {id, version} = fields.need('rule', ruleOf(context));
	return {
		rule: id,
		ruleVersion: version,
		resource: fields.may('resource', resourceKey, null),
		status: fields.need('status', oneOf(['pass', 'fail', 'not_applicable'] as const)),
		by: fields.need('by', personText),
		observedOn: fields.need('observedOn', observedDay(context)),
		seen: seenWithFile(fields.need('seen', personText), fields.may('evidenceSha256', fileHash, null)),
	};
}

function decodeWaiver(item: Located, context: AnswersContext): Answers['waivers'][number] {
	const fields = mapFields(item, 'a waiver', ['control', 'rule', 'kind', 'reason', 'owner', 'expires', 'by']);
	if (fields.has('control') === fields.has('rule')) {
		throw new AnswersFault(
			item.spot,
			'a waiver is about a control or a rule',
			'It names one of the two, and never both.',
		);
	}

	return {
		scope: fields.has('control')
			? {kind: 'control', control: fields.need('control', control)}
			: ruleScope(fields.need('rule', ruleOf(context))),
		waiver: fields.need('kind', oneOf(['accepted_risk', 'compensating', 'disputed'] as const)),
		...term(fields, context),
	};
}

function ruleScope({id, version}: {readonly id: string; readonly version: number}): WaiverScope {
	return {kind: 'rule', rule: id, ruleVersion: version};
}

function decodeExemption(item: Located, context: AnswersContext): Answers['exemptions'][number] {
	const fields = mapFields(item, 'an exemption', ['rule', 'resource', 'reason', 'owner', 'expires', 'by']);
	return {
		rule: fields.need('rule', ruleOf(context)).id,
		resource: fields.need('resource', resourceKey),
		...term(fields, context),
	};
}

const fileHash: Take<string> = value => {
	const text = exactId(value);
	if (!/^[\da-f]{64}$/.test(text)) {
		throw new AnswersFault(value.spot, 'this is no SHA-256', 'It has 64 digits and letters a to f.');
	}

	return text;
};
