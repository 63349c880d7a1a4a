import type {
	Assurance,
	ConfirmableReading,
	Confirmation,
	Discrepancy,
	Exemption,
	Parked,
	RegisterEntry,
	WaiverRecord,
	WaiverScope,
} from '../types/decision.ts';
import type {ResourceKey, ResourceType} from '../types/resource.ts';
import {control} from './decode-control.ts';
import {choice, count, day, fields, flag, list, nullable, rawText, safeText, word} from './field.ts';

const waiverKind = choice<WaiverRecord['waiver']>({
	accepted_risk: 'accepted_risk',
	compensating: 'compensating',
	disputed: 'disputed',
});

const reading = choice<ConfirmableReading>({
	users: 'users',
	teams: 'teams',
	data_views: 'data_views',
	service_account_roles: 'service_account_roles',
	two_factor: 'two_factor',
});

export const resourceType = choice<ResourceType>({
	organization: 'organization',
	project: 'project',
	team: 'team',
	service_account: 'service_account',
	user: 'user',
	invitation: 'invitation',
	domain: 'domain',
	property: 'property',
	data_view: 'data_view',
});

export function resourceKey(value: unknown): ResourceKey {
	const given = fields(value);
	return {type: resourceType(given['type']), id: rawText(given['id'])};
}

export function waiverScope(value: unknown): WaiverScope {
	const given = fields(value);
	return given['kind'] === 'control'
		? {kind: 'control', control: control(given['control'])}
		: {
				kind: choice({rule: 'rule'})(given['kind']),
				rule: word(given['rule']),
				ruleVersion: count(given['ruleVersion']),
			};
}

export function waiver(value: unknown): Omit<WaiverRecord, 'at'> {
	const given = fields(value);
	return {
		scope: waiverScope(given['scope']),
		waiver: waiverKind(given['waiver']),
		reason: safeText(given['reason']),
		owner: safeText(given['owner']),
		expires: day(given['expires']),
		by: safeText(given['by']),
	};
}

export function exemption(value: unknown): Omit<Exemption, 'at'> {
	const given = fields(value);
	return {
		rule: word(given['rule']),
		resource: resourceKey(given['resource']),
		reason: safeText(given['reason']),
		owner: safeText(given['owner']),
		expires: day(given['expires']),
		by: safeText(given['by']),
	};
}

export function registerEntry(value: unknown): Omit<RegisterEntry, 'at'> {
	const given = fields(value);
	return {
		rule: word(given['rule']),
		ruleVersion: count(given['ruleVersion']),
		resource: resourceKey(given['resource']),
		fields: list(registerField)(given['fields']),
		by: safeText(given['by']),
	};
}

function registerField(value: unknown): RegisterEntry['fields'][number] {
	const given = fields(value);
	return {label: safeText(given['label']), value: safeText(given['value'])};
}

export function confirmation(value: unknown): Omit<Confirmation, 'at'> {
	const given = fields(value);
	return {
		reading: reading(given['reading']),
		key: nullable(safeText)(given['key']),
		agrees: flag(given['agrees']),
		by: safeText(given['by']),
	};
}

export function parked(value: unknown): Omit<Parked, 'at'> {
	const given = fields(value);
	return {
		control: control(given['control']),
		click: nullable(word)(given['click']),
		waitingFor: safeText(given['waitingFor']),
		what: safeText(given['what']),
		until: nullable(day)(given['until']),
		by: safeText(given['by']),
	};
}

export function discrepancy(value: unknown): Omit<Discrepancy, 'at'> {
	const given = fields(value);
	return {click: word(given['click']), seen: safeText(given['seen']), by: safeText(given['by'])};
}

export function assurance(value: unknown): Omit<Assurance, 'at'> {
	const given = fields(value);
	return {
		proof: word(given['proof']),
		organization: safeText(given['organization']),
		by: safeText(given['by']),
	};
}
